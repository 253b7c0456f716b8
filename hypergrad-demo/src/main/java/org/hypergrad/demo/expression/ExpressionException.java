package org.hypergrad.demo.expression;

/// Says what is wrong with an expression, and where.
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String source;
  private final int position;

  /// @param source the text of the whole expression
  /// @param position the index in it of the character to look at
  public ExpressionException(String message, String source, int position) {
    super(message);
    this.source = source;
    this.position = position;
  }

  /// The index in the source of the character to look at.
  public int position() {
    return position;
  }

  /// The line of the source that is meant and, below it, a caret under the place.
  public String pointer() {
    int begin = source.lastIndexOf('\n', position - 1) + 1;
    int end = source.indexOf('\n', begin);
    String line = source.substring(begin, end < 0 ? source.length() : end).replace('\t', ' ');
    return "  " + line.stripTrailing() + "\n  " + " ".repeat(position - begin) + "^";
  }
}
