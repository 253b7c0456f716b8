package org.hypergrad.nn.train;

/// Any text, made safe for one line of a terminal, with the room that it takes there. Names of
/// classes come from files, from anywhere: what would end a line, move the cursor, turn the
/// direction of writing, or be no character at all, is written as the escape that a Java program
/// has for it, `\n` or `\u001b`.
///
/// @param text what can be printed
/// @param columns how many columns of the terminal it takes: two for a Chinese character, none for
///   a combining accent
public record TerminalText(String text, int columns) {
  private static final String CUT = "…";

  /// The whole text.
  public static TerminalText of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /// The text, or as much of its beginning as fits, with `…` in place of the rest.
  ///
  /// @param most how many columns and characters it may take, at least 1
  public static TerminalText of(String text, int most) {
    StringBuilder clean = new StringBuilder();
    int columns = 0;
    int cutAt = 0; // where the beginning ends that leaves room for the sign of the cut
    int cutColumns = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (isPrintable(codePoint)) {
        clean.appendCodePoint(codePoint);
        columns += columns(codePoint);
      } else {
        String escape = escape(codePoint);
        clean.append(escape);
        columns += escape.length();
      }
      if (columns > most || clean.length() > most) {
        return new TerminalText(clean.substring(0, cutAt) + CUT, cutColumns + 1);
      }
      if (columns < most && clean.length() < most) {
        cutAt = clean.length();
        cutColumns = columns;
      }
      i += Character.charCount(codePoint);
    }
    return new TerminalText(clean.toString(), columns);
  }

  /// The text at the left of a cell of `width` columns.
  public String left(int width) {
    return text + " ".repeat(width - columns);
  }

  /// The text at the right of a cell of `width` columns.
  public String right(int width) {
    return " ".repeat(width - columns) + text;
  }

  private static String escape(int codePoint) {
    return codePoint == '\n' ? "\\n" : "\\u%04x".formatted(codePoint);
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /// As terminals have it from Markus Kuhn's
  /// [wcwidth](https://www.cl.cam.ac.uk/~mgk25/ucs/wcwidth.c); since then, pictures are wide too.
  private static int columns(int codePoint) {
    int type = Character.getType(codePoint);
    boolean isCombining =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || isIn(codePoint, 0x1160, 0x11ff); // vowels and finals of a Korean syllable
    return isCombining ? 0 : isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    return Character.isEmojiPresentation(codePoint)
        || isIn(codePoint, 0x1100, 0x115f) // initials of a Korean syllable
        || isIn(codePoint, 0x2e80, 0xa4cf) && codePoint != 0x303f // Chinese, Japanese, Yi
        || isIn(codePoint, 0xac00, 0xd7a3) // Korean syllables
        || isIn(codePoint, 0xf900, 0xfaff)
        || isIn(codePoint, 0xfe30, 0xfe6f)
        || isIn(codePoint, 0xff00, 0xff60) // full-width forms
        || isIn(codePoint, 0xffe0, 0xffe6)
        || isIn(codePoint, 0x20000, 0x3fffd); // more Chinese
  }

  private static boolean isIn(int codePoint, int first, int last) {
    return first <= codePoint && codePoint <= last;
  }
}
