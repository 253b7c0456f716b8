/// Where the vertices and arrows of a drawing go: layered layout after Sugiyama; start at
/// [org.hypergrad.viz.layout.LayeredLayout].
package org.hypergrad.viz.layout;
