package org.hypergrad.demo.expression;

/// A word of an expression: what the [Lexer] cuts its text into.
///
/// @param kind what sort of word it is
/// @param text the word itself
/// @param start where it begins in the source
record Token(Kind kind, String text, int start) {
  /// The sorts of words.
  enum Kind {
    /// `2`, `.5`, `1e-3`
    NUMBER,
    /// `x`, `tanh`, `keepdim`
    NAME,
    /// `+`, `**`, `(`, `,`, ...
    SYMBOL,
    /// `;` or the end of a line
    SEPARATOR,
    /// the end of the source
    END
  }

  /// Where it ends in the source.
  int end() {
    return start + text.length();
  }

  /// Whether it is this symbol.
  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /// As a message names it.
  @Override
  public String toString() {
    return switch (kind) {
      case SEPARATOR -> text.equals(";") ? "';'" : "the end of the line";
      case END -> "the end";
      default -> "'" + text + "'";
    };
  }
}
