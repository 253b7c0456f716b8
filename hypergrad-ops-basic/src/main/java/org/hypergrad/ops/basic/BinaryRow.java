package org.hypergrad.ops.basic;

import org.hypergrad.Tensor;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Partial;

/// The first half of a row with two inputs a and b: the name and what is computed. Its partials
/// make it an operation: `binary(...).partialA(...).partialB(...)`.
@FunctionalInterface
interface BinaryRow {
  /// The operation with these derivatives for a and b.
  BinaryOperation partials(Partial partialA, Partial partialB);

  /// The row with the derivative for a.
  default WithPartialA partialA(Partial partialA) {
    return partialB -> partials(partialA, partialB);
  }

  /// A row that lacks nothing but the derivative for b.
  @FunctionalInterface
  interface WithPartialA {
    /// The operation with this derivative for b.
    BinaryOperation partialB(Partial partialB);
  }

  /// A row whose forward works on arrays and layouts itself, so that it leaves no history.
  static BinaryRow binary(
      String name, String formula, BinaryOperation.Forward forward, Attribute<?>... attributes) {
    return (partialA, partialB) ->
        new BinaryOperation(name, formula, partialA, partialB, attributes) {
          @Override
          public Tensor forward(Tensor a, Tensor b, Attributes given) {
            return forward.apply(a, b, given);
          }
        };
  }

  /// A row whose forward is composed of tensor operations.
  static BinaryRow composed(
      String name, String formula, BinaryOperation.Forward forward, Attribute<?>... attributes) {
    return (partialA, partialB) ->
        BinaryOperation.of(name, formula, forward, partialA, partialB, attributes);
  }
}
