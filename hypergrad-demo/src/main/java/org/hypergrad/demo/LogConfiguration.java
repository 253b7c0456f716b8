package org.hypergrad.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/// How the program logs: to stderr, warnings and worse; `-v` and `-vv` set a system property to
/// INFO and DEBUG. Logback finds this class by ServiceLoader. It is code and not a `logback.xml`,
/// since reading that takes longer than most commands.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {
  /// A system property: the least level that is told of what happens in HyperGrad.
  static final String LEVEL = "hypergrad.log.level";

  /// For [java.util.ServiceLoader].
  public LogConfiguration() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Line line = new Line();
    line.setContext(context);
    line.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(line);
    encoder.start();
    ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
    stderr.setContext(context);
    stderr.setTarget("System.err");
    stderr.setEncoder(encoder);
    stderr.start();
    context.getLogger("org.hypergrad").setLevel(Level.valueOf(System.getProperty(LEVEL, "WARN")));
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stderr);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// `WARN Checkpoints - ...`, and below it the trace of what was thrown.
  private static final class Line extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
      String logger = event.getLoggerName();
      return "%-5s %s - %s%n%s"
          .formatted(
              event.getLevel(),
              logger.substring(logger.lastIndexOf('.') + 1),
              event.getFormattedMessage(),
              event.getThrowableProxy() == null
                  ? CoreConstants.EMPTY_STRING
                  : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }
}
