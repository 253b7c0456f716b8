package org.hypergrad.viz.page;

import org.hypergrad.viz.svg.Markup;
import org.hypergrad.viz.text.Plain;

/// Any text on its way into a page, as names from users and files: what means something in HTML is
/// escaped, inside elements and attributes, and what would turn the direction of writing or is no
/// character at all is written as the escape that a Java program has for it, `\u202e`.
public final class Html {
  private Html() {}

  /// The text in one line; a newline becomes `\n`.
  public static String line(String text) {
    return Markup.escape(Plain.line(text));
  }

  /// The text, in which a newline stays one.
  public static String lines(String text) {
    return Markup.escape(Plain.lines(text));
  }
}
