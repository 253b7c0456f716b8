package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.unary;

import java.util.List;
import org.hypergrad.Tensor;

/// Functions of one number, element by element.
final class ElementaryCalls {
  static final List<Row> TABLE =
      List.of(
          unary("neg", Tensor::neg),
          unary("abs", Tensor::abs),
          unary("sign", Tensor::sign),
          unary("square", Tensor::square),
          unary("sqrt", Tensor::sqrt),
          unary("rsqrt", Tensor::rsqrt),
          unary("reciprocal", Tensor::reciprocal),
          unary("exp", Tensor::exp),
          unary("expm1", Tensor::expm1),
          unary("exp2", x -> x.rpow(2)),
          unary("log", Tensor::log),
          unary("log1p", Tensor::log1p),
          unary("sin", Tensor::sin),
          unary("cos", Tensor::cos),
          unary("tanh", Tensor::tanh),
          unary("sigmoid", Tensor::sigmoid),
          unary("erf", Tensor::erf),
          unary("relu", Tensor::relu));

  private ElementaryCalls() {}
}
