/// The command-line program: shows expressions with their gradients, and the operations present.
module org.hypergrad.demo {
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires info.picocli;
  requires org.hypergrad;
  requires org.hypergrad.board;
  requires org.slf4j;

  provides ch.qos.logback.classic.spi.Configurator with
      org.hypergrad.demo.LogConfiguration;

  opens org.hypergrad.demo to
      info.picocli;
  opens org.hypergrad.demo.pitfall to
      info.picocli;
  opens org.hypergrad.demo.train to
      info.picocli;
}
