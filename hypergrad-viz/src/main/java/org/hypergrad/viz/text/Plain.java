package org.hypergrad.viz.text;

/// Makes any string safe to draw. Names of tensors come from users, from files, from anywhere: what
/// would end a line, turn the direction of writing, or be no character at all, is written as the
/// escape that a Java program has for it, `\n` or `\u202e`. Quotes and brackets stay: each format
/// escapes them in its own way.
public final class Plain {
  /// No reader gets further, and a page should not grow with one name.
  private static final int MOST_CHARACTERS = 20_000;

  private Plain() {}

  /// The text in one line.
  public static String line(String text) {
    return clean(text, false);
  }

  /// The text, in which a newline stays a newline.
  public static String lines(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean keepsNewlines) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS));
    for (int i = 0; i < text.length(); ) {
      if (clean.length() >= MOST_CHARACTERS) {
        return clean.append("… (").append(text.length() - i).append(" more characters)").toString();
      }
      int codePoint = text.codePointAt(i);
      if (codePoint == '\n') {
        clean.append(keepsNewlines ? "\n" : "\\n");
      } else if (isDrawable(codePoint)) {
        clean.appendCodePoint(codePoint);
      } else {
        clean.append("\\u%04x".formatted(codePoint));
      }
      i += Character.charCount(codePoint);
    }
    return clean.toString();
  }

  private static boolean isDrawable(int codePoint) {
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
}
