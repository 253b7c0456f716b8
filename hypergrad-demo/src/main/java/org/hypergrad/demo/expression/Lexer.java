package org.hypergrad.demo.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypergrad.demo.expression.Token.Kind;

/// Cuts the text of an expression into tokens.
final class Lexer {
  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\f]+");
  private static final Pattern NUMBER =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?(?![\\w.])");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern SYMBOL = Pattern.compile("\\*\\*|[-+*/=!<>]=|[-+*/^@()\\[\\],=<>]");
  private static final Pattern WORD = Pattern.compile("[\\w.]+");

  private final String source;
  private final Matcher matcher;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  /// How many brackets are open: a line that ends inside of some goes on.
  private int open;

  private Lexer(String source, int start) {
    this.source = source;
    this.position = start;
    this.matcher = SPACE.matcher(source);
  }

  /// The tokens of a source from a position on; the last is the end.
  ///
  /// @throws ExpressionException if something in it belongs to no expression
  static List<Token> tokens(String source, int start) {
    Lexer lexer = new Lexer(source, start);
    while (lexer.position < source.length()) {
      lexer.next();
    }
    lexer.tokens.add(new Token(Kind.END, "", source.length()));
    return lexer.tokens;
  }

  /// Whether a text could be the name of a variable.
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private void next() {
    char first = source.charAt(position);
    if (first == ';' || first == '\n' && open == 0) {
      add(Kind.SEPARATOR, position + 1);
    } else if (first == '\n') {
      position++;
    } else if (matches(SPACE)) {
      position = matcher.end();
    } else if (matches(NUMBER)) {
      add(Kind.NUMBER, matcher.end());
    } else if (matches(NAME)) {
      add(Kind.NAME, matcher.end());
    } else if (matches(SYMBOL)) {
      open += "([".indexOf(first) >= 0 ? 1 : ")]".indexOf(first) >= 0 ? -1 : 0;
      add(Kind.SYMBOL, matcher.end());
    } else if (matches(WORD)) {
      throw new ExpressionException(notANumber(matcher.group()), source, position);
    } else {
      throw new ExpressionException(
          "'"
              + Character.toString(source.codePointAt(position))
              + "' means nothing in an expression",
          source,
          position);
    }
  }

  private boolean matches(Pattern pattern) {
    return matcher.usePattern(pattern).region(position, source.length()).lookingAt();
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, source.substring(position, end), position));
    position = end;
  }

  private static String notANumber(String word) {
    Matcher product = Pattern.compile("([\\d.]+)([A-Za-z_]\\w*)").matcher(word);
    return "'"
        + word
        + "' is not a number"
        + (product.matches()
            ? "; a product is written " + product.group(1) + "*" + product.group(2)
            : "");
  }
}
