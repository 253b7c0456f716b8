package org.hypergrad.ops.basic;

import org.hypergrad.Tensor;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;

/// The first half of a row with one input x: the name and what is computed. Its partial makes it an
/// operation.
@FunctionalInterface
interface UnaryRow {
  /// The operation with this derivative.
  UnaryOperation partial(Partial partial);

  /// The operation without one: its results never require a gradient.
  default UnaryOperation notDifferentiable() {
    return partial(null);
  }

  /// A row whose forward works on arrays and layouts itself, so that it leaves no history.
  static UnaryRow unary(
      String name, String formula, UnaryOperation.Forward forward, Attribute<?>... attributes) {
    return partial ->
        new UnaryOperation(name, formula, partial, attributes) {
          @Override
          public Tensor forward(Tensor x, Attributes given) {
            return forward.apply(x, given);
          }
        };
  }

  /// A row whose forward is composed of tensor operations.
  static UnaryRow composed(
      String name, String formula, UnaryOperation.Forward forward, Attribute<?>... attributes) {
    return partial -> UnaryOperation.of(name, formula, forward, partial, attributes);
  }
}
