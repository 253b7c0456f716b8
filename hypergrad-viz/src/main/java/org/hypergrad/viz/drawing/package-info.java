/// A drawing of a graph, whatever it is of, and how it is written as SVG, as DOT or as a page;
/// start at [org.hypergrad.viz.drawing.Drawing].
package org.hypergrad.viz.drawing;
