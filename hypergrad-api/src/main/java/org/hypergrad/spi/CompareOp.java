package org.hypergrad.spi;

/// The comparisons of two numbers; any comparison with NaN is false, but NE is true.
public enum CompareOp {
  /// a = b
  EQ,
  /// a ≠ b
  NE,
  /// a < b
  LT,
  /// a ≤ b
  LE,
  /// a > b
  GT,
  /// a ≥ b
  GE;

  /// Whether it holds.
  public boolean test(double a, double b) {
    return switch (this) {
      case EQ -> a == b;
      case NE -> a != b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
    };
  }

  /// Whether it holds.
  public boolean test(long a, long b) {
    return switch (this) {
      case EQ -> a == b;
      case NE -> a != b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
    };
  }
}
