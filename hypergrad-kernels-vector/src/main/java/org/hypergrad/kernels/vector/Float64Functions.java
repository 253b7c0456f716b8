package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.hypergrad.kernels.vector.Float64Coefficients.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Exponentials, logarithms and their like, on vectors of float64, within 3 units of the last
/// place.
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
  private static DoubleVector polynomial(DoubleVector x, double[] coefficients) {
    DoubleVector sum = all(coefficients[coefficients.length - 1]);
    for (int i = coefficients.length - 2; i >= 0; i--) {
      sum = sum.fma(x, all(coefficients[i]));
    }
    return sum;
  }

  // ---- eˣ = 2ᵏ·eʳ, with k the whole number next to x/ln 2, and |r| ≤ ln 2/2

  /// x/ln 2 + [Float64Coefficients#ROUNDING]: k stands in its lowest bits.
  private static DoubleVector rounded(DoubleVector x) {
    return x.fma(all(LOG2_E), all(ROUNDING));
  }

  /// eʳ − 1 for x = k·ln 2 + r.
  private static DoubleVector expm1OfRest(DoubleVector x, DoubleVector rounded) {
    DoubleVector k = rounded.sub(ROUNDING);
    DoubleVector r = k.fma(all(-LN2_LOW), k.fma(all(-LN2_HIGH), x));
    return r.mul(r).fma(polynomial(r, EXP), r);
  }

  private static LongVector whole(DoubleVector rounded) {
    return rounded.reinterpretAsLongs().sub(ROUNDING_BITS);
  }

  /// 2ᵏ, for a k that is an exponent.
  private static DoubleVector power(LongVector k) {
    return k.add(BIAS).lanewise(LSHL, FRACTION_BITS).reinterpretAsDoubles();
  }

  /// eˣ. 2ᵏ comes in two factors, for alone it may be too large or too small.
  static DoubleVector exp(DoubleVector x) {
    DoubleVector rounded = rounded(x);
    LongVector k = whole(rounded);
    LongVector half = k.lanewise(ASHR, 1);
    DoubleVector power = expm1OfRest(x, rounded).add(1).mul(power(half)).mul(power(k.sub(half)));
    return power
        .blend(0, x.compare(LT, EXP_LEAST))
        .blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_GREATEST));
  }

  /// eˣ − 1 = ((eʳ − 1)·2ᵃ + (2ᵃ − 2⁻ᵇ))·2ᵇ with a + b = k, exact near 0.
  static DoubleVector expm1(DoubleVector x) {
    DoubleVector rounded = rounded(x);
    LongVector k = whole(rounded);
    LongVector b = k.lanewise(ASHR, 1);
    DoubleVector first = power(k.sub(b));
    DoubleVector rest = first.sub(power(b.neg()));
    DoubleVector result = expm1OfRest(x, rounded).fma(first, rest).mul(power(b));
    return result
        .blend(x, x.compare(EQ, 0)) // −0
        .blend(-1, x.compare(LT, EXPM1_LEAST))
        .blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_GREATEST));
  }

  /// 1/(1 + e⁻ˣ)
  static DoubleVector sigmoid(DoubleVector x) {
    return all(1).div(exp(x.neg()).add(1));
  }

  /// tanh x = t/(t + 2) with t = e²ˣ − 1: nothing cancels, near 0 as little as far from it.
  static DoubleVector tanh(DoubleVector x) {
    DoubleVector t = expm1(x.add(x).min(-EXPM1_LEAST));
    return t.div(t.add(2));
  }

  /// `value` with the sign of x.
  private static DoubleVector withSign(DoubleVector x, DoubleVector value) {
    LongVector sign = all(-0.0).reinterpretAsLongs();
    LongVector ofX = x.reinterpretAsLongs().and(sign);
    return value.abs().reinterpretAsLongs().or(ofX).reinterpretAsDoubles();
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

  // ---- the error function: near 0 a polynomial, from 1 on another one for erfc(x) = 1 − erf(x)

  /// The error function.
  static DoubleVector erf(DoubleVector x) {
    DoubleVector magnitude = x.abs();
    DoubleVector far = all(1).sub(erfcFar(magnitude));
    return withSign(x, far.blend(erfNear(magnitude), magnitude.compare(LT, 1)));
  }

  /// x·Φ(x), with the normal distribution Φ(x) = erfc(−x/√2)/2.
  static DoubleVector gelu(DoubleVector x) {
    DoubleVector scaled = x.mul(SQRT_HALF);
    DoubleVector magnitude = scaled.abs();
    DoubleVector tail = erfcFar(magnitude);
    DoubleVector far = tail.blend(all(2).sub(tail), x.compare(GT, 0));
    DoubleVector erfc = far.blend(erfNear(scaled).add(1), magnitude.compare(LT, 1));
    return x.mul(erfc.mul(0.5));
  }

  private static DoubleVector erfNear(DoubleVector x) {
    return x.fma(polynomial(x.mul(x), ERF), x);
  }

  private static DoubleVector erfcFar(DoubleVector x) {
    double middle = (ERFC_GREATEST + 1) / 2;
    double half = (ERFC_GREATEST - 1) / 2;
    DoubleVector erfc = polynomial(x.sub(middle).div(half), ERFC);
    return erfc.blend(0, x.compare(GE, ERFC_GREATEST));
  }
}
