/// Drawings of graphs, as SVG, HTML and DOT, and charts. Knows the api only.
module org.hypergrad.viz {
  requires transitive org.hypergrad.api;

  exports org.hypergrad.viz;
  exports org.hypergrad.viz.chart;
  exports org.hypergrad.viz.drawing;
  exports org.hypergrad.viz.page;
}
