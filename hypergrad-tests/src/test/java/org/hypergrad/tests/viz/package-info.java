/// Drawings of real graphs; start at [org.hypergrad.tests.viz.ForwardDrawingTest].
package org.hypergrad.tests.viz;
