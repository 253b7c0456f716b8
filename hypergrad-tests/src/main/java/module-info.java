/// Requires all modules, so that their tests run on one module path.
module org.hypergrad.tests {
  requires com.fasterxml.jackson.databind;
  requires java.logging;
  requires java.net.http;
  requires java.xml;
  requires jdk.httpserver;
  requires org.hypergrad;
  requires org.hypergrad.api;
  requires org.hypergrad.board;
  requires org.hypergrad.demo;
  requires org.hypergrad.engine;
  requires org.hypergrad.kernels.vector;
  requires org.hypergrad.nn;
  requires org.hypergrad.ops.basic;
  requires org.hypergrad.tck;
  requires org.hypergrad.viz;
}
