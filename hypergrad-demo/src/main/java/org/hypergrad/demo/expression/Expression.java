package org.hypergrad.demo.expression;

import java.util.List;

/// A piece of a program that has a value. Every piece knows from where to where it stands in the
/// source.
sealed interface Expression {
  /// Where its text begins.
  int start();

  /// Where its text ends.
  int end();

  /// A number, or numbers in brackets: `2`, `[1, 2, 3]`.
  record Constant(Literal literal, int start, int end) implements Expression {}

  /// A name that stands for a value.
  record Variable(String name, int start, int end) implements Expression {}

  /// An operation: what leaves a node in the graph.
  sealed interface Operation extends Expression {
    /// The character to point at if it fails.
    int position();
  }

  /// `-x`.
  record Negation(Expression operand, int start, int end) implements Operation {
    @Override
    public int position() {
      return start;
    }
  }

  /// `a + b`.
  ///
  /// @param position where the operator stands
  record Binary(
      Operator operator, Expression left, Expression right, int position, int start, int end)
      implements Operation {}

  /// `sum(x, dim=0)`.
  record Call(
      String operation, List<Expression> operands, List<Setting> settings, int start, int end)
      implements Operation {
    @Override
    public int position() {
      return start;
    }
  }

  /// `dim=0` in a call.
  ///
  /// @param start where the name begins
  /// @param valueStart where the value begins
  record Setting(String name, Literal value, int start, int valueStart) {}
}
