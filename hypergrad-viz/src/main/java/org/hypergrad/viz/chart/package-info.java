/// Charts of how a training went and of what a network has learned, as SVG, from plain numbers;
/// start at [org.hypergrad.viz.chart.Chart].
package org.hypergrad.viz.chart;
