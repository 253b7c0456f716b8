/// What every picture is written with: its frame and colours, escaped text, short numbers; start at
/// [org.hypergrad.viz.svg.Svg].
package org.hypergrad.viz.svg;
