package org.hypergrad.demo;

import picocli.CommandLine.Help.Ansi;

/// How a piece of text looks on a terminal. Elsewhere, and where NO_COLOR is set, all look the
/// same.
public enum Style {
  PLAIN(""),
  HEADING("1"),
  NAME("36"),
  GRADIENT("33"),
  GOOD("32"),
  BAD("31"),
  FAINT("2");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /// The text in this style.
  public String paint(String text) {
    return code.isEmpty() || !Ansi.AUTO.enabled()
        ? text
        : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
