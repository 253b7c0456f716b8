package org.hypergrad.spi;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/// The element-wise functions of two numbers that kernels compute, each with its definition.
///
/// Some have parameters, `p` and `q`; the others ignore them.
public enum BinaryOp {
  /// a + b
  ADD(Double::sum, Long::sum),
  /// a − b
  SUB((a, b) -> a - b, (a, b) -> a - b),
  /// a · b
  MUL((a, b) -> a * b, (a, b) -> a * b),
  /// a / b, also of whole numbers
  DIV((a, b) -> a / b),
  /// a to the power b; unlike in Java, 1 to the power NaN and (−1) to the power ±∞ are 1, as in C.
  POW((a, b) -> a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b), BinaryOp::power),
  /// The larger; NaN where either is NaN.
  MAXIMUM(Math::max, Math::max),
  /// The smaller; NaN where either is NaN.
  MINIMUM(Math::min, Math::min),
  /// The gradient a sent back through [UnaryOp#RELU] with the result b: a, or 0 where b ≤ 0
  THRESHOLD_BACKWARD((g, y) -> y <= 0 ? 0 : g),
  /// The gradient a sent back through [UnaryOp#TANH] with the result b: a·(1 − b²)
  TANH_BACKWARD((g, y) -> g * (1 - y * y)),
  /// The gradient a sent back through [UnaryOp#SIGMOID] with the result b: a·b·(1 − b)
  SIGMOID_BACKWARD((g, y) -> g * (y * (1 - y))),
  /// The gradient a sent back through [UnaryOp#SILU] of b: a·s·(1 + b·(1 − s)) with s = sigmoid(b)
  SILU_BACKWARD(BinaryOp::siluBackward),
  /// The gradient a sent back through [UnaryOp#GELU] of b: a·(Φ(b) + b·φ(b)), with the density φ
  GELU_BACKWARD(BinaryOp::geluBackward),
  /// The gradient a sent back through [UnaryOp#GELU_TANH] of b: with u = √(2/π)·(b + 0.044715·b³)
  /// and t = tanh(u), a·((1 + t)/2 + b/2·(1 − t²)·u′)
  GELU_TANH_BACKWARD(BinaryOp::geluTanhBackward),
  /// The gradient a sent back through [UnaryOp#LEAKY_RELU] of b: a where b > 0, else p·a
  LEAKY_RELU_BACKWARD((g, x, p, _) -> x > 0 ? g : p * g),
  /// The gradient a sent back through [UnaryOp#ELU] of b: a·p·eᵇ where b ≤ 0, else a
  ELU_BACKWARD((g, x, p, _) -> x <= 0 ? g * (p * Math.exp(x)) : g),
  /// The gradient a sent back through [UnaryOp#SOFTPLUS] of b: a·sigmoid(p·b), or a where p·b > q
  SOFTPLUS_BACKWARD((g, x, p, q) -> x * p > q ? g : g / (1 + Math.exp(-x * p))),
  /// The gradient a sent back through [UnaryOp#LOG_SIGMOID] of b: a·sigmoid(−b)
  LOG_SIGMOID_BACKWARD((g, x) -> g / (1 + Math.exp(x))),
  /// The gradient a sent back through [UnaryOp#MISH] of b: with t = tanh(log(1 + eᵇ)) and s =
  /// sigmoid(b), a·(t + b·s·(1 − t²))
  MISH_BACKWARD(BinaryOp::mishBackward),
  /// The gradient a sent back through [UnaryOp#CLAMP] of b: 0 where b ≤ p or b ≥ q, else a
  HARDTANH_BACKWARD((g, x, p, q) -> x <= p || x >= q ? 0 : g),
  /// The gradient a sent back through [UnaryOp#HARDSWISH] of b: 0 where b < −3, a where b > 3, else
  /// a·(b/3 + 1/2)
  HARDSWISH_BACKWARD((g, x) -> x < -3 ? 0 : x > 3 ? g : g * (x / 3 + 0.5));

  /// A function of a, b and two parameters.
  @FunctionalInterface
  public interface Parametric {
    /// The value at a, b.
    double apply(double a, double b, double p, double q);
  }

  private final Parametric definition;
  private final LongBinaryOperator whole;

  BinaryOp(DoubleBinaryOperator definition) {
    this(definition, null);
  }

  BinaryOp(DoubleBinaryOperator definition, LongBinaryOperator whole) {
    this((a, b, _, _) -> definition.applyAsDouble(a, b), whole);
  }

  BinaryOp(Parametric definition) {
    this(definition, null);
  }

  BinaryOp(Parametric definition, LongBinaryOperator whole) {
    this.definition = definition;
    this.whole = whole;
  }

  /// The value at a, b.
  public double apply(double a, double b, double p, double q) {
    return definition.apply(a, b, p, q);
  }

  /// Whether whole numbers give a whole number. Otherwise integer tensors give a floating one.
  public boolean keepsIntegers() {
    return whole != null;
  }

  /// The value at whole numbers.
  public long apply(long a, long b) {
    return whole.applyAsLong(a, b);
  }

  private static double siluBackward(double g, double x) {
    double s = 1 / (1 + Math.exp(-x));
    return g * (s * (1 + x * (1 - s)));
  }

  private static double geluBackward(double g, double x) {
    double distribution = 0.5 * (1 + ErrorFunction.erf(x * Math.sqrt(0.5)));
    double density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    return g * (distribution + x * density);
  }

  private static double geluTanhBackward(double g, double x) {
    double k = Math.sqrt(2 / Math.PI);
    double t = Math.tanh(k * (x + 0.044715 * x * x * x));
    double slope = k * (1 + 3 * 0.044715 * x * x);
    return g * (0.5 * (1 + t) + 0.5 * x * (1 - t * t) * slope);
  }

  private static double mishBackward(double g, double x) {
    double t = Math.tanh(Math.log1p(Math.exp(x)));
    double s = 1 / (1 + Math.exp(-x));
    return g * (t + x * s * (1 - t * t));
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
