/// The nouns and the seams of HyperGrad: tensors, the backward graph's nodes and edges, and the
/// services by which modules bring operations, kernels and the engine. Depends on nothing.
module org.hypergrad.api {
  exports org.hypergrad;
  exports org.hypergrad.autograd;
  exports org.hypergrad.optim;
  exports org.hypergrad.spi;

  uses org.hypergrad.spi.Engine;
  uses org.hypergrad.spi.KernelProvider;
  uses org.hypergrad.spi.OperationProvider;
  uses org.hypergrad.spi.OptimizerProvider;
}
