package org.hypergrad.nn.train;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;

/// What the place that text is printed to can do.
///
/// @param interactive whether a person looks at it and a line can be drawn again; otherwise it is a
///   file or a pipe
/// @param colour whether it shows colours
/// @param unicode whether it shows more than ASCII
/// @param width how many characters fit in a line
public record Terminal(boolean interactive, boolean colour, boolean unicode, int width) {
  private static final int USUAL_WIDTH = 80;

  /// The terminal that this program was started from, if it was.
  public static Terminal current() {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    Charset charset = terminal ? console.charset() : Charset.defaultCharset();
    return of(terminal, charset, System.getenv());
  }

  /// The terminal that this program was started from, if it was, for what is printed to `out`.
  public static Terminal of(PrintStream out) {
    Console console = System.console();
    return of(console != null && console.isTerminal(), out.charset(), System.getenv());
  }

  /// As the variables of the environment say: `NO_COLOR` (see
  /// [no-color.org](https://no-color.org)), `TERM`, and `COLUMNS` or else 80.
  static Terminal of(boolean terminal, Charset charset, Map<String, String> environment) {
    boolean interactive = terminal && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(
        interactive,
        interactive && environment.getOrDefault("NO_COLOR", "").isEmpty(),
        charset.newEncoder().canEncode("█░"),
        width(environment.getOrDefault("COLUMNS", "")));
  }

  private static int width(String columns) {
    return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }
}
