package org.hypergrad;

import java.util.Locale;

/// The element type of a tensor (PyTorch: `torch.dtype`, `c10/core/ScalarType.h`).
///
/// The order of the constants is the order of promotion inside a [Category].
public enum DType {
  /// One byte a value, `true` or `false`.
  BOOL(Category.BOOL, 1),
  /// 0 to 255, kept in a Java `byte`.
  UINT8(Category.INTEGER, 1),
  /// A Java `int`.
  INT32(Category.INTEGER, 4),
  /// A Java `long`; the type of indices.
  INT64(Category.INTEGER, 8),
  /// A Java `float`; the default for networks.
  FLOAT32(Category.FLOATING, 4),
  /// A Java `double`; the default for scalars and for checking gradients.
  FLOAT64(Category.FLOATING, 8);

  /// What decides a promotion first: any floating type beats any integer, any integer beats `bool`.
  public enum Category {
    /// Truth values.
    BOOL,
    /// Whole numbers.
    INTEGER,
    /// Numbers that can carry a gradient.
    FLOATING
  }

  private final Category category;
  private final int bytes;

  DType(Category category, int bytes) {
    this.category = category;
    this.bytes = bytes;
  }

  /// The category this type belongs to.
  public Category category() {
    return category;
  }

  /// Bytes an element takes.
  public int bytes() {
    return bytes;
  }

  /// Whether values of this type can carry a gradient.
  public boolean isFloating() {
    return category == Category.FLOATING;
  }

  /// A new array of zeros that can hold `length` elements.
  public Object newArray(int length) {
    return switch (this) {
      case BOOL -> new boolean[length];
      case UINT8 -> new byte[length];
      case INT32 -> new int[length];
      case INT64 -> new long[length];
      case FLOAT32 -> new float[length];
      case FLOAT64 -> new double[length];
    };
  }

  /// The type with PyTorch's name `name` (`float32`, `int64`, ...).
  ///
  /// @throws IllegalArgumentException if there is none
  public static DType named(String name) {
    for (DType dtype : values()) {
      if (dtype.toString().equals(name)) {
        return dtype;
      }
    }
    throw new IllegalArgumentException(
        "There is no dtype '"
            + name
            + "'. Choose one of float64, float32, int64, int32, uint8, bool.");
  }

  /// The smallest type that holds both, as `torch.promote_types`.
  public static DType promote(DType a, DType b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /// PyTorch's name: `float32`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
