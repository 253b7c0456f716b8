package org.hypergrad;

/// The way from tensors to Java's numbers and arrays. What is given is a copy.
public sealed interface Conversions permits Tensor {
  /// The only element, as a double.
  ///
  /// @throws IllegalArgumentException if there is not exactly one
  default double item() {
    return self().isNumber() ? self().number() : self().storage().getDouble(onlyPlace());
  }

  /// The only element, as a long.
  default long itemLong() {
    return self().isNumber() ? (long) self().number() : self().storage().getLong(onlyPlace());
  }

  /// The only element, as a truth value: whether it is not 0.
  default boolean itemBoolean() {
    return item() != 0;
  }

  private int onlyPlace() {
    if (self().numel() != 1) {
      throw new IllegalArgumentException(
          "only one element tensors can be converted to Java numbers, but this one has shape "
              + self().shape());
    }
    return self().layout().offset();
  }

  /// A copy of the elements in row-major order, converted to double.
  default double[] toDoubles() {
    return Creation.toDoubles(self());
  }

  /// A copy of the elements in row-major order, converted to float.
  default float[] toFloats() {
    return Creation.toFloats(self());
  }

  /// A copy of the elements in row-major order, converted to long; fractions are cut off.
  default long[] toLongs() {
    return Creation.toLongs(self());
  }

  /// A copy of the elements in row-major order: whether each is not 0.
  default boolean[] toBooleans() {
    return Creation.toBooleans(self());
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
