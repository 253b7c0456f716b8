/// An application with HyperGrad inside.
module com.example.embedded {
  requires org.hypergrad;
}
