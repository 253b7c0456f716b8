/// The one module that users require: the api and the networks; behind them the engine, the
/// operations and the kernels.
module org.hypergrad {
  requires transitive org.hypergrad.api;
  requires transitive org.hypergrad.nn;
  requires org.hypergrad.engine;
  requires static org.hypergrad.kernels.vector; // drop-in: bound as a service where it is present
  requires org.hypergrad.ops.basic;
}
