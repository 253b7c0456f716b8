/// An operation for HyperGrad: swish.
module com.example.swish {
  requires org.hypergrad.api;

  exports com.example.swish;

  provides org.hypergrad.spi.OperationProvider with
      com.example.swish.Swish;
}
