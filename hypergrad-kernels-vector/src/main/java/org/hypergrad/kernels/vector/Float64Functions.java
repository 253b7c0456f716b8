package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.hypergrad.kernels.vector.Float64Coefficients.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Exponentials, logarithms and their like, on vectors of float64, within 3 units of the last
/// place, but for the error function.
///
/// The Vector API has them too (`lanewise(EXP)`), but computes them in two ways: by a native
/// routine in compiled code and by [Math] until then, whose last bits differ. So the same sum could
/// come out otherwise the second time, or half of it on another thread. What is made of additions,
/// multiplications and bits is always the same.
final class Float64Functions {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private Float64Functions() {}

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(SPECIES, value);
  }

  /// Σ coefficients\[i\]·xⁱ, by Horner's rule.
  static DoubleVector polynomial(DoubleVector x, double[] coefficients) {
    DoubleVector sum = all(coefficients[coefficients.length - 1]);
    for (int i = coefficients.length - 2; i >= 0; i--) {
      sum = sum.fma(x, all(coefficients[i]));
    }
    return sum;
  }

  // ---- eˣ = 2ᵏ·eʳ, with k the whole number next to x/ln 2, and |r| ≤ ln 2/2

  /// x/ln 2 + [Float64Coefficients#ROUNDING]: k stands in its lowest bits.
  static DoubleVector rounded(DoubleVector x) {
    return x.fma(all(LOG2_E), all(ROUNDING));
  }

  /// r of x = k·ln 2 + r.
  private static DoubleVector rest(DoubleVector x, DoubleVector rounded) {
    DoubleVector k = rounded.sub(ROUNDING);
    return k.fma(all(-LN2_LOW), k.fma(all(-LN2_HIGH), x));
  }

  /// k, out of its lowest bits.
  static LongVector whole(DoubleVector rounded) {
    return rounded.reinterpretAsLongs().sub(ROUNDING_BITS);
  }

  /// 2ᵏ, for a k that is an exponent.
  private static DoubleVector power(LongVector k) {
    return k.add(BIAS).lanewise(LSHL, FRACTION_BITS).reinterpretAsDoubles();
  }

  /// eˣ
  static DoubleVector exp(DoubleVector x) {
    DoubleVector rounded = rounded(x);
    DoubleVector r = rest(x, rounded);
    DoubleVector power = polynomial(r, EXP).fma(r, all(1)).fma(r, all(1));
    return times2(power, x, whole(rounded));
  }

  /// `power`·2ᵏ = eˣ.
  static DoubleVector times2(DoubleVector power, DoubleVector x, LongVector k) {
    return x.abs().compare(LE, EXP_NORMAL).allTrue()
        ? power.reinterpretAsLongs().add(k.lanewise(LSHL, FRACTION_BITS)).reinterpretAsDoubles()
        : scaled(x, power, k);
  }

  /// `power`·2ᵏ for any x, infinite ones too. 2ᵏ comes in two factors, for alone it may be too
  /// large or too small.
  private static DoubleVector scaled(DoubleVector x, DoubleVector power, LongVector k) {
    LongVector half = k.lanewise(ASHR, 1);
    return power
        .mul(power(half))
        .mul(power(k.sub(half)))
        .blend(0, x.compare(LT, EXP_LEAST))
        .blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_GREATEST));
  }

  /// eˣ where x is at most 0, or NaN; what is smaller than all ordinary numbers becomes 0. Infinite
  /// x are no slower than others.
  static DoubleVector expOfNegative(DoubleVector x) {
    VectorMask<Double> tiny = x.compare(LT, EXP_ORDINARY);
    DoubleVector clamped = x.blend(EXP_ORDINARY, tiny);
    DoubleVector rounded = rounded(clamped);
    DoubleVector r = rest(clamped, rounded);
    DoubleVector power = polynomial(r, EXP).fma(r, all(1)).fma(r, all(1));
    return power.mul(power(whole(rounded))).blend(0, tiny);
  }

  /// eˣ − 1 = ((eʳ − 1)·2ᵃ + (2ᵃ − 2⁻ᵇ))·2ᵇ with a + b = k, exact near 0.
  static DoubleVector expm1(DoubleVector x) {
    DoubleVector rounded = rounded(x);
    DoubleVector r = rest(x, rounded);
    LongVector k = whole(rounded);
    LongVector b = k.lanewise(ASHR, 1);
    DoubleVector first = power(k.sub(b));
    DoubleVector others = first.sub(power(b.neg()));
    DoubleVector result = r.mul(r).fma(polynomial(r, EXP), r).fma(first, others).mul(power(b));
    return result
        .blend(x, x.compare(EQ, 0)) // −0
        .blend(-1, x.compare(LT, EXPM1_LEAST))
        .blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_GREATEST));
  }

  /// 1/(1 + e⁻ˣ)
  static DoubleVector sigmoid(DoubleVector x) {
    return all(1).div(exp(x.neg()).add(1));
  }

  /// tanh x = t/(t + 2) with t = e²ˣ − 1: nothing cancels, near 0 as little as far from it. Where
  /// it is 1 to the last bit, x is cut off, so that 2ᵏ is an ordinary number.
  static DoubleVector tanh(DoubleVector x) {
    DoubleVector twice = x.add(x);
    twice = twice.blend(TANH_SATURATES, twice.compare(GT, TANH_SATURATES));
    twice = twice.blend(-TANH_SATURATES, twice.compare(LT, -TANH_SATURATES));
    DoubleVector rounded = rounded(twice);
    DoubleVector r = rest(twice, rounded);
    DoubleVector power = power(whole(rounded));
    DoubleVector t = r.mul(r).fma(polynomial(r, EXP), r).fma(power, power.sub(1));
    return t.div(t.add(2)).blend(x, x.compare(EQ, 0)); // −0
  }

  // ---- log x = k·ln 2 + log(1 + f), with √½ ≤ 1 + f < √2

  /// The natural logarithm (fdlibm: `e_log.c`).
  static DoubleVector log(DoubleVector x) {
    VectorMask<Double> small = x.compare(LT, MIN_NORMAL);
    LongVector bits = x.mul(all(LIFT), small).reinterpretAsLongs();
    LongVector exponent = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, FRACTION_BITS);
    DoubleVector f = bits.sub(exponent.lanewise(LSHL, FRACTION_BITS)).reinterpretAsDoubles().sub(1);
    DoubleVector k = exponent.add(ROUNDING_BITS).reinterpretAsDoubles().sub(ROUNDING);
    k = k.sub(all(LIFTED), small);

    DoubleVector s = f.div(f.add(2));
    DoubleVector z = s.mul(s);
    DoubleVector half = f.mul(f).mul(0.5);
    DoubleVector low = s.mul(half.add(z.mul(polynomial(z, LOG)))).add(k.mul(LN2_LOW));
    DoubleVector result = k.fma(all(LN2_HIGH), f.sub(half.sub(low)));
    return result
        .blend(x, x.compare(LT, Double.POSITIVE_INFINITY).not()) // also NaN
        .blend(Double.NaN, x.compare(LT, 0))
        .blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0));
  }

  /// log(1 + x), exact near 0: what the sum u = 1 + x has lost is added afterwards, as it changes
  /// the logarithm by lost/u.
  static DoubleVector log1p(DoubleVector x) {
    DoubleVector u = x.add(1);
    VectorMask<Double> finite = u.compare(GT, 0).and(u.compare(LT, Double.POSITIVE_INFINITY));
    DoubleVector lost = x.sub(u.sub(1));
    return log(u).add(lost.div(u), finite).blend(x, x.compare(EQ, 0)); // −0
  }

  // ---- the error function: rational, until it has reached 1

  /// The error function, within 6 units of the last place. All coefficients are positive, so
  /// nothing cancels.
  static DoubleVector erf(DoubleVector x) {
    DoubleVector z = x.mul(x);
    return x.mul(polynomial(z, ERF_NUMERATOR))
        .div(polynomial(z, ERF_DENOMINATOR))
        .blend(1, x.compare(GE, ERF_SATURATES))
        .blend(-1, x.compare(LE, -ERF_SATURATES));
  }

  /// The normal distribution, Φ(x) = (1 + erf(x/√2))/2.
  static DoubleVector normal(DoubleVector x) {
    return erf(x.mul(SQRT_HALF)).add(1).mul(0.5);
  }

  /// x·Φ(x)
  static DoubleVector gelu(DoubleVector x) {
    return x.mul(normal(x));
  }

  // ---- sine and cosine: x = k·π/2 + r, with |r| ≤ π/4

  /// The sine.
  static DoubleVector sin(DoubleVector x) {
    DoubleVector rounded = quarters(x);
    LongVector k = whole(rounded);
    return wave(x, rounded, k).blend(x, x.compare(EQ, 0)); // −0
  }

  /// The cosine, which is the sine of a quarter more.
  static DoubleVector cos(DoubleVector x) {
    DoubleVector rounded = quarters(x);
    return wave(x, rounded, whole(rounded).add(1));
  }

  private static DoubleVector quarters(DoubleVector x) {
    return x.fma(all(TWO_OVER_PI), all(ROUNDING));
  }

  /// sin(r + k·π/2), where k is the quarter of x or the next. π/2 comes in three parts, so that r
  /// is exact also next to 0 (Cody and Waite).
  private static DoubleVector wave(DoubleVector x, DoubleVector rounded, LongVector k) {
    DoubleVector n = rounded.sub(ROUNDING).neg();
    DoubleVector r = n.fma(all(HALF_PI_3), n.fma(all(HALF_PI_2), n.fma(all(HALF_PI_1), x)));
    DoubleVector z = r.mul(r);
    DoubleVector sine = z.mul(r).fma(polynomial(z, SIN), r);
    DoubleVector cosine = z.mul(z).fma(polynomial(z, COS), z.fma(all(-0.5), all(1)));
    LongVector sign = k.and(2).lanewise(LSHL, SIGN_BIT - 1);
    return sine.blend(cosine, k.and(1).compare(EQ, 1).cast(SPECIES))
        .reinterpretAsLongs()
        .lanewise(XOR, sign)
        .reinterpretAsDoubles();
  }
}
