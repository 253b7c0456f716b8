package org.hypergrad.demo.expression;

import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;

/// Statements in the language of the command line: what [Parser] reads and [Evaluator] computes.
///
/// ```
/// c = a + b; d = a * b + b**3; tanh(c + d)
/// ```
///
/// Statements are separated by semicolons or ends of lines. `+ - * / @ ** ^`, comparisons,
/// parentheses and calls of any operation by its name, with attributes as in `sum(x, dim=0,
/// keepdim=true)`, have Python's precedence. `c += 1` binds the name c to a new value. A number
/// that gets a name, `a = -4`, is a leaf of the graph; other numbers are constants. The value of
/// the last statement is the result. An operation with several outputs gives its first; an operand
/// that an operation can do without is left out by `none`.
public final class Program {
  private final String source;
  private final List<Statement> statements;

  Program(String source, List<Statement> statements) {
    this.source = source;
    this.statements = List.copyOf(statements);
  }

  /// The program with this text.
  ///
  /// @throws ExpressionException if it is none; the exception tells where
  public static Program parse(String source) {
    return Parser.program(source);
  }

  /// The text it was read from.
  public String source() {
    return source;
  }

  List<Statement> statements() {
    return statements;
  }

  /// Computes all statements in their order; history is recorded for the values that require
  /// gradients.
  ///
  /// @param values the variables that have a value before the first statement
  /// @throws ExpressionException if a statement cannot be computed; the exception tells which
  public Computation evaluate(Map<String, Tensor> values) {
    return new Evaluator(this, values).run();
  }
}
