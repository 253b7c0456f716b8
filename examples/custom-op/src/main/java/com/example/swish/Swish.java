package com.example.swish;

import static org.hypergrad.spi.Partial.usesX;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.OperationProvider;
import org.hypergrad.spi.UnaryOperation;

/// Brings one operation, swish: `x * sigmoid(x)`.
///
/// Its derivative is s + x · s · (1 − s) with s = sigmoid(x). The rule is written in tensor
/// operations, which have derivatives of their own, so swish has derivatives of any order.
public final class Swish implements OperationProvider {
  /// For `x.apply(SWISH)`; without this class, `x.apply("swish")` does the same.
  public static final UnaryOperation SWISH =
      UnaryOperation.of(
          "swish",
          "x * sigmoid(x)",
          x -> x.mul(x.sigmoid()),
          usesX("g * (s + x * s * (1 - s)), s = sigmoid(x)", Swish::gradient));

  private static Tensor gradient(Tensor g, Tensor x) {
    Tensor s = x.sigmoid();
    return g.mul(s.add(x.mul(s).mul(s.rsub(1))));
  }

  @Override
  public List<Operation> operations() {
    return List.of(SWISH);
  }
}
