/// Rules that hold for all modules; start at [org.hypergrad.tests.architecture.ModuleArrowsTest].
package org.hypergrad.tests.architecture;
