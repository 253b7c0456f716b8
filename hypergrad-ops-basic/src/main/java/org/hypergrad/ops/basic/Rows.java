package org.hypergrad.ops.basic;

import org.hypergrad.Tensor;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;

/// Rows whose forward works on arrays and layouts itself. It leaves no history, so unlike one made of tensor operations
/// (`UnaryOperation.of`) it needs nobody to switch recording off.
final class Rows {
  private Rows() {}

  /// A row with one input.
  static UnaryOperation unary(
      String name,
      String formula,
      UnaryOperation.Forward forward,
      Partial partial,
      Attribute<?>... attributes) {
    return new UnaryOperation(name, formula, partial, attributes) {
      @Override
      public Tensor forward(Tensor x, Attributes given) {
        return forward.apply(x, given);
      }
    };
  }

  /// A row with two inputs.
  static BinaryOperation binary(
      String name,
      String formula,
      BinaryOperation.Forward forward,
      Partial partialA,
      Partial partialB,
      Attribute<?>... attributes) {
    return new BinaryOperation(name, formula, partialA, partialB, attributes) {
      @Override
      public Tensor forward(Tensor a, Tensor b, Attributes given) {
        return forward.apply(a, b, given);
      }
    };
  }
}
