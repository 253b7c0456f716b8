/// The command-line program: start at [Hello], which needs nothing of the rest.
package org.hypergrad.demo;
