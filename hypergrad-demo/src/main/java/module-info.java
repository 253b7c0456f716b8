/// The command-line program: shows expressions with their gradients, and the operations present.
module org.hypergrad.demo {
  requires info.picocli;
  requires org.hypergrad;
  requires org.hypergrad.board;

  opens org.hypergrad.demo to
      info.picocli;
  opens org.hypergrad.demo.pitfall to
      info.picocli;
  opens org.hypergrad.demo.train to
      info.picocli;
}
