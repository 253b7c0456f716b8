/// Drawings of graphs, as SVG, HTML and DOT. Knows the api only.
module org.hypergrad.viz {
  requires transitive org.hypergrad.api;

  exports org.hypergrad.viz;
  exports org.hypergrad.viz.drawing;
}
