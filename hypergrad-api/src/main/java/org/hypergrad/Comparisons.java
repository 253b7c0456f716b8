package org.hypergrad;

import org.hypergrad.spi.Attributes;

/// Comparisons, and choosing by a condition. Masks have no gradient; what is chosen passes its
/// gradient on.
public sealed interface Comparisons permits Tensor {
  /// Whether this = other, element by element, broadcast; of bool.
  default Tensor eq(Tensor other) {
    return self().apply(Core.EQ, other);
  }

  /// Whether each element = other.
  default Tensor eq(double other) {
    return eq(Tensor.wrap(other));
  }

  /// Whether each element = other.
  default Tensor eq(long other) {
    return eq(Tensor.wrap(other));
  }

  /// Whether this ≠ other, element by element, broadcast; of bool.
  default Tensor ne(Tensor other) {
    return self().apply(Core.NE, other);
  }

  /// Whether each element ≠ other.
  default Tensor ne(double other) {
    return ne(Tensor.wrap(other));
  }

  /// Whether each element ≠ other.
  default Tensor ne(long other) {
    return ne(Tensor.wrap(other));
  }

  /// Whether this < other, element by element, broadcast; of bool.
  default Tensor lt(Tensor other) {
    return self().apply(Core.LT, other);
  }

  /// Whether each element < other.
  default Tensor lt(double other) {
    return lt(Tensor.wrap(other));
  }

  /// Whether each element < other.
  default Tensor lt(long other) {
    return lt(Tensor.wrap(other));
  }

  /// Whether this ≤ other, element by element, broadcast; of bool.
  default Tensor le(Tensor other) {
    return self().apply(Core.LE, other);
  }

  /// Whether each element ≤ other.
  default Tensor le(double other) {
    return le(Tensor.wrap(other));
  }

  /// Whether each element ≤ other.
  default Tensor le(long other) {
    return le(Tensor.wrap(other));
  }

  /// Whether this > other, element by element, broadcast; of bool.
  default Tensor gt(Tensor other) {
    return self().apply(Core.GT, other);
  }

  /// Whether each element > other.
  default Tensor gt(double other) {
    return gt(Tensor.wrap(other));
  }

  /// Whether each element > other.
  default Tensor gt(long other) {
    return gt(Tensor.wrap(other));
  }

  /// Whether this ≥ other, element by element, broadcast; of bool.
  default Tensor ge(Tensor other) {
    return self().apply(Core.GE, other);
  }

  /// Whether each element ≥ other.
  default Tensor ge(double other) {
    return ge(Tensor.wrap(other));
  }

  /// Whether each element ≥ other.
  default Tensor ge(long other) {
    return ge(Tensor.wrap(other));
  }

  /// This tensor's elements where `condition` holds, else those of `other`; all three are
  /// broadcast.
  default Tensor where(Tensor condition, Tensor other) {
    return Tensor.where(condition, self(), other);
  }

  /// This tensor with `value` at every place where `mask`, broadcast, holds.
  default Tensor maskedFill(Tensor mask, Tensor value) {
    return Tensor.apply(Core.MASKED_FILL, Attributes.NONE, self(), mask, value).getFirst();
  }

  /// This tensor with `value` at every place where `mask`, broadcast, holds.
  default Tensor maskedFill(Tensor mask, double value) {
    return maskedFill(mask, Tensor.wrap(value));
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
