package org.hypergrad.spi;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/// The element-wise functions of two numbers that kernels compute, each with its definition.
public enum BinaryOp {
  /// a + b
  ADD(Double::sum, Long::sum),
  /// a − b
  SUB((a, b) -> a - b, (a, b) -> a - b),
  /// a · b
  MUL((a, b) -> a * b, (a, b) -> a * b),
  /// a / b, also of whole numbers
  DIV((a, b) -> a / b, null),
  /// a to the power b; unlike in Java, 1 to the power NaN and (−1) to the power ±∞ are 1, as in C.
  POW((a, b) -> a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b), BinaryOp::power),
  /// The larger; NaN where either is NaN.
  MAXIMUM(Math::max, Math::max),
  /// The smaller; NaN where either is NaN.
  MINIMUM(Math::min, Math::min);

  private final DoubleBinaryOperator definition;
  private final LongBinaryOperator whole;

  BinaryOp(DoubleBinaryOperator definition, LongBinaryOperator whole) {
    this.definition = definition;
    this.whole = whole;
  }

  /// The value at a, b.
  public double apply(double a, double b) {
    return definition.applyAsDouble(a, b);
  }

  /// Whether whole numbers give a whole number. Otherwise integer tensors give a floating one.
  public boolean keepsIntegers() {
    return whole != null;
  }

  /// The value at whole numbers.
  public long apply(long a, long b) {
    return whole.applyAsLong(a, b);
  }

  /// By squaring; a negative exponent gives 0 but for the bases 1 and −1, as in PyTorch.
  private static long power(long base, long exponent) {
    if (exponent < 0) {
      return base == 1 ? 1 : base == -1 ? ((exponent & 1) == 0 ? 1 : -1) : 0;
    }
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
