package org.hypergrad.tests.behaviour;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a logger of the library says while this is open. The tests are configured to print errors
/// only; Logback, which is there at run time but not to compile against, is told by reflection to
/// let warnings of this logger through.
final class LoggedLines implements AutoCloseable {
  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
  private final Object logger;

  LoggedLines(Class<?> source) throws ReflectiveOperationException {
    logger =
        Class.forName("org.slf4j.LoggerFactory")
            .getMethod("getLogger", String.class)
            .invoke(null, source.getName());
    setLevel("WARN");
    System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
  }

  private void setLevel(String name) throws ReflectiveOperationException {
    Class<?> level = Class.forName("ch.qos.logback.classic.Level");
    Object value = name == null ? null : level.getField(name).get(null);
    logger.getClass().getMethod("setLevel", level).invoke(logger, value);
  }

  List<String> lines() {
    return captured.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() throws ReflectiveOperationException {
    System.setErr(standardError);
    setLevel(null);
  }
}
