/// The one module that users require: the api and the networks; behind them the engine, the
/// operations and the kernels.
module org.hypergrad {
  requires transitive org.hypergrad.api;
  requires transitive org.hypergrad.nn;
  requires org.hypergrad.engine;
  requires org.hypergrad.kernels.vector;
  requires org.hypergrad.ops.basic;
}
