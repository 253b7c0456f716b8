package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// Names that are more than names to whoever forgets to escape them.
public final class HostileNames {
  /// Markup, quotes, ends of lines, turned directions, half characters, and one that is long.
  public static final List<String> ALL =
      List.of(
          "\"quoted\" 'twice'",
          "<script>alert(1)</script>",
          "</text></svg><script>alert(1)</script>",
          "</title></style></script>]]>-->",
          "{{script}}{{drawing}}",
          "\" onload=\"alert(1)",
          "&lt;&amp;&#0;",
          "\\\" ] ; digraph { \\N \\",
          "two\nlines\r\nand\ttabs",
          "\u202Eright to left\u2066\u200F",
          "\u0000\u0007\u001B[31mred",
          "half a \uD83D pair \uDE42",
          "\uFFFE\uFFFF\uFEFF",
          "%s %d %n $1 \\1",
          "long ".repeat(10_000));

  private HostileNames() {}

  /// No text turns the direction, ends in half a character, or controls a terminal.
  public static void assertDrawable(String text) {
    assertThat(text.codePoints())
        .noneMatch(codePoint ->
            codePoint != '\n'
                && switch (Character.getType(codePoint)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.SURROGATE,
                      Character.UNASSIGNED ->
                      true;
                  default -> false;
                });
  }
}
