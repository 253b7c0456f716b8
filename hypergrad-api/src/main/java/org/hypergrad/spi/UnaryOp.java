package org.hypergrad.spi;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/// The element-wise functions of one number that kernels compute, each with its definition. A
/// kernel may compute a whole array in a faster way; the definition serves single numbers and says
/// what is right.
///
/// Some have parameters, `p` and `q`; the others ignore them.
public enum UnaryOp {
  /// −x
  NEG(x -> -x, x -> -x),
  /// |x|
  ABS(Math::abs, Math::abs),
  /// −1, 0 or 1; 0 for NaN, as PyTorch has it.
  SIGN(x -> x > 0 ? 1 : x < 0 ? -1 : 0, Long::signum),
  /// x²
  SQUARE(x -> x * x, x -> x * x),
  /// √x
  SQRT(Math::sqrt),
  /// 1/√x
  RSQRT(x -> 1 / Math.sqrt(x)),
  /// 1/x
  RECIPROCAL(x -> 1 / x),
  /// eˣ
  EXP(Math::exp),
  /// The natural logarithm.
  LOG(Math::log),
  /// log(1 + x), exact near 0.
  LOG1P(Math::log1p),
  /// eˣ − 1, exact near 0.
  EXPM1(Math::expm1),
  /// Sine, of radians.
  SIN(Math::sin),
  /// Cosine, of radians.
  COS(Math::cos),
  /// Hyperbolic tangent.
  TANH(Math::tanh),
  /// 1/(1 + e⁻ˣ)
  SIGMOID(x -> 1 / (1 + Math.exp(-x))),
  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt
  ERF(ErrorFunction::erf),
  /// max(x, 0); NaN stays NaN.
  RELU(x -> x > 0 ? x : x <= 0 ? 0 : x, x -> Math.max(x, 0)),
  /// x where x > 0, else p·x
  LEAKY_RELU((x, p, _) -> x > 0 ? x : p * x),
  /// x where x > 0, else p·(eˣ − 1)
  ELU((x, p, _) -> x > 0 ? x : p * Math.expm1(x)),
  /// x·Φ(x), with the normal distribution Φ
  GELU(x -> 0.5 * x * (1 + ErrorFunction.erf(x / Math.sqrt(2)))),
  /// The approximation x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³)))
  GELU_TANH(x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))),
  /// x·sigmoid(x)
  SILU(x -> x / (1 + Math.exp(-x))),
  /// The number between 0 and 1 nearest to (x + 3)/6.
  HARDSIGMOID(x -> Math.clamp(x + 3, 0, 6) / 6),
  /// x·hardsigmoid(x)
  HARDSWISH(x -> x * (Math.clamp(x + 3, 0, 6) / 6)),
  /// x brought nearer to 0 by p, or to 0, as is NaN.
  SOFTSHRINK((x, p, _) -> x > p ? x - p : x < -p ? x + p : 0),
  /// x·tanh(log(1 + eˣ))
  MISH(x -> x * Math.tanh(Math.log1p(Math.exp(x)))),
  /// log(1/(1 + e⁻ˣ)), exact for negative x too.
  LOG_SIGMOID(x -> Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)))),
  /// log(1 + e^(p·x))/p, or x where p·x > q
  SOFTPLUS((x, p, q) -> x * p > q ? x : Math.log1p(Math.exp(x * p)) / p),
  /// The number between p and q nearest to x; q where p > q.
  CLAMP((x, p, q) -> Math.min(Math.max(x, p), q));

  /// A function of x and two parameters.
  @FunctionalInterface
  public interface Parametric {
    /// The value at x.
    double apply(double x, double p, double q);
  }

  private final Parametric definition;
  private final LongUnaryOperator whole;

  UnaryOp(DoubleUnaryOperator definition) {
    this(definition, null);
  }

  UnaryOp(DoubleUnaryOperator definition, LongUnaryOperator whole) {
    this((x, _, _) -> definition.applyAsDouble(x), whole);
  }

  UnaryOp(Parametric definition) {
    this(definition, null);
  }

  UnaryOp(Parametric definition, LongUnaryOperator whole) {
    this.definition = definition;
    this.whole = whole;
  }

  /// The value at x.
  public double apply(double x, double p, double q) {
    return definition.apply(x, p, q);
  }

  /// Whether it maps whole numbers to whole numbers. All others turn an integer tensor into a
  /// floating one.
  public boolean keepsIntegers() {
    return whole != null;
  }

  /// The value at a whole number.
  public long apply(long x) {
    return whole.applyAsLong(x);
  }
}
