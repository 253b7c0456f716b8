/// Kernels on the Vector API of the JDK, in front of the scalar ones. Remove the module, and all
/// still works.
module org.hypergrad.kernels.vector {
  requires org.hypergrad.api;
  requires jdk.incubator.vector;

  provides org.hypergrad.spi.KernelProvider with
      org.hypergrad.kernels.vector.VectorKernelProvider;
}
