/// Starts what the build made, as a user does; start at [org.hypergrad.tests.image.CommandLineIT].
package org.hypergrad.tests.image;
