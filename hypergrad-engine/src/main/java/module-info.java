/// The engine: records history, assembles the backward graph as a JGraphT graph, and runs it.
module org.hypergrad.engine {
  requires transitive org.hypergrad.api;
  requires transitive org.jgrapht.core;
  requires org.slf4j;

  exports org.hypergrad.engine;

  provides org.hypergrad.spi.Engine with
      org.hypergrad.engine.TapeEngine;
}
