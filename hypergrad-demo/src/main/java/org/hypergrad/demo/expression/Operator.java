package org.hypergrad.demo.expression;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.hypergrad.Tensor;

/// What may stand between two operands, and the tensor operation it means.
enum Operator {
  ADD("+", Tensor::add),
  SUBTRACT("-", Tensor::sub),
  MULTIPLY("*", Tensor::mul),
  DIVIDE("/", Tensor::div),
  MATRIX_MULTIPLY("@", Tensor::matmul),
  POWER("**", Tensor::pow),
  EQUAL("==", Tensor::eq),
  NOT_EQUAL("!=", Tensor::ne),
  LESS("<", Tensor::lt),
  LESS_OR_EQUAL("<=", Tensor::le),
  GREATER(">", Tensor::gt),
  GREATER_OR_EQUAL(">=", Tensor::ge);

  private final String symbol;
  private final BinaryOperator<Tensor> operation;

  Operator(String symbol, BinaryOperator<Tensor> operation) {
    this.symbol = symbol;
    this.operation = operation;
  }

  /// The operator that a token stands for; `^` is another way to write `**`.
  static Optional<Operator> of(Token token) {
    for (Operator operator : values()) {
      if (token.is(operator.symbol) || operator == POWER && token.is("^")) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  /// How tightly it binds: comparisons least, powers most.
  int precedence() {
    return switch (this) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 0;
      case ADD, SUBTRACT -> 1;
      case MULTIPLY, DIVIDE, MATRIX_MULTIPLY -> 2;
      case POWER -> 3;
    };
  }

  /// The result for two operands.
  Tensor apply(Tensor left, Tensor right) {
    return operation.apply(left, right);
  }
}
