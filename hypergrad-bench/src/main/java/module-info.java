/// Side-by-side runs against other ways of doing the same.
module org.hypergrad.bench {
  requires org.hypergrad;
  requires org.hypergrad.engine;
}
