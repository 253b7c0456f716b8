/// An optimizer for HyperGrad: Lion.
module com.example.lion {
  requires org.hypergrad.api;

  provides org.hypergrad.spi.OptimizerProvider with
      com.example.lion.Lion;
}
