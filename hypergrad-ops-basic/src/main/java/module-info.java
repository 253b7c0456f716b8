/// The operations of the core vocabulary and the scalar reference kernels.
module org.hypergrad.ops.basic {
  requires org.hypergrad.api;

  provides org.hypergrad.spi.KernelProvider with
      org.hypergrad.ops.basic.kernels.ScalarKernelProvider;
  provides org.hypergrad.spi.OperationProvider with
      org.hypergrad.ops.basic.BasicOperations;
}
