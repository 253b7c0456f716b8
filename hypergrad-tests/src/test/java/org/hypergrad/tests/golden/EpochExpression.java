package org.hypergrad.tests.golden;

import java.util.function.IntToDoubleFunction;

/// A function of the epoch, as the golden vectors write it in Python: `0.8 if epoch % 2 == 0 else
/// 1.1`.
final class EpochExpression {
  private final String[] tokens;
  private final int epoch;
  private int at;

  private EpochExpression(String[] tokens, int epoch) {
    this.tokens = tokens;
    this.epoch = epoch;
  }

  /// @throws UnsupportedCase when it is evaluated, if it holds what is not known here
  static IntToDoubleFunction of(String text) {
    String[] tokens =
        text.replaceAll("(\\*\\*|//|[<>=!]=|[-+*/%(),<>])", " $1 ").strip().split("\\s+");
    return epoch -> new EpochExpression(tokens, epoch).whole();
  }

  private double whole() {
    double value = choice();
    if (at < tokens.length) {
      throw new UnsupportedCase("no '" + tokens[at] + "' in a function of the epoch");
    }
    return value;
  }

  /// `a if condition else b`; both are worked out, and one is taken.
  private double choice() {
    double value = comparison();
    if (!take("if")) {
      return value;
    }
    boolean condition = comparison() != 0;
    expect("else");
    double otherwise = choice();
    return condition ? value : otherwise;
  }

  private double comparison() {
    double left = sum();
    if (at == tokens.length || !tokens[at].matches("[<>]=?|[=!]=")) {
      return left;
    }
    String operator = tokens[at++];
    double right = sum();
    boolean holds =
        switch (operator) {
          case "<" -> left < right;
          case "<=" -> left <= right;
          case ">" -> left > right;
          case ">=" -> left >= right;
          case "==" -> left == right;
          default -> left != right;
        };
    return holds ? 1 : 0;
  }

  private double sum() {
    double value = product();
    while (true) {
      if (take("+")) {
        value += product();
      } else if (take("-")) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = signed();
    while (true) {
      if (take("*")) {
        value *= signed();
      } else if (take("//")) {
        value = Math.floor(value / signed());
      } else if (take("/")) {
        value /= signed();
      } else if (take("%")) {
        double divisor = signed();
        value -= Math.floor(value / divisor) * divisor;
      } else {
        return value;
      }
    }
  }

  private double signed() {
    return take("-") ? -signed() : power();
  }

  private double power() {
    double base = atom();
    return take("**") ? Math.pow(base, signed()) : base;
  }

  private double atom() {
    String token = at < tokens.length ? tokens[at++] : "end";
    return switch (token) {
      case "epoch" -> epoch;
      case "(" -> inParentheses();
      case "min", "max" -> {
        expect("(");
        double first = choice();
        expect(",");
        double second = inParentheses();
        yield token.equals("min") ? Math.min(first, second) : Math.max(first, second);
      }
      default -> {
        if (!token.matches("[0-9.]+")) {
          throw new UnsupportedCase("no '" + token + "' in a function of the epoch");
        }
        yield Double.parseDouble(token);
      }
    };
  }

  private double inParentheses() {
    double value = choice();
    expect(")");
    return value;
  }

  private boolean take(String token) {
    boolean found = at < tokens.length && tokens[at].equals(token);
    at += found ? 1 : 0;
    return found;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw new UnsupportedCase("'" + token + "' expected in a function of the epoch");
    }
  }
}
