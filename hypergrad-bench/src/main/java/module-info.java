/// Side-by-side runs against other ways of doing the same.
module org.hypergrad.bench {
  requires com.fasterxml.jackson.databind;
  requires java.management;
  requires jdk.management;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.openblas;
  requires org.bytedeco.pytorch;
  requires org.hypergrad;
  requires org.hypergrad.engine;

  opens org.hypergrad.bench to
      com.fasterxml.jackson.databind;
}
