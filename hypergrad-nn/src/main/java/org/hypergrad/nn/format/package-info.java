/// Files that other programs read too; start at [org.hypergrad.nn.format.SafeTensors].
package org.hypergrad.nn.format;
