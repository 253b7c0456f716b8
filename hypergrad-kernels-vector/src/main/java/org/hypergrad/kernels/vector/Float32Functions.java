// Generated from Float64Functions.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.hypergrad.kernels.vector.Float32Coefficients.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Exponentials, logarithms and their like, on vectors of float32, within 3 units of the last
/// place.
///
/// The Vector API has them too (`lanewise(EXP)`), but computes them in two ways: by a native
/// routine in compiled code and by [Math] until then, whose last bits differ. So the same sum could
/// come out otherwise the second time, or half of it on another thread. What is made of additions,
/// multiplications and bits is always the same.
final class Float32Functions {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private Float32Functions() {}

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  /// Σ coefficients\[i\]·xⁱ, by Horner's rule.
  private static FloatVector polynomial(FloatVector x, float[] coefficients) {
    FloatVector sum = all(coefficients[coefficients.length - 1]);
    for (int i = coefficients.length - 2; i >= 0; i--) {
      sum = sum.fma(x, all(coefficients[i]));
    }
    return sum;
  }

  // ---- eˣ = 2ᵏ·eʳ, with k the whole number next to x/ln 2, and |r| ≤ ln 2/2

  /// x/ln 2 + [Float32Coefficients#ROUNDING]: k stands in its lowest bits.
  private static FloatVector rounded(FloatVector x) {
    return x.fma(all(LOG2_E), all(ROUNDING));
  }

  /// eʳ − 1 for x = k·ln 2 + r.
  private static FloatVector expm1OfRest(FloatVector x, FloatVector rounded) {
    FloatVector k = rounded.sub(ROUNDING);
    FloatVector r = k.fma(all(-LN2_LOW), k.fma(all(-LN2_HIGH), x));
    return r.mul(r).fma(polynomial(r, EXP), r);
  }

  private static IntVector whole(FloatVector rounded) {
    return rounded.reinterpretAsInts().sub(ROUNDING_BITS);
  }

  /// 2ᵏ, for a k that is an exponent.
  private static FloatVector power(IntVector k) {
    return k.add(BIAS).lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats();
  }

  /// eˣ. 2ᵏ comes in two factors, for alone it may be too large or too small.
  static FloatVector exp(FloatVector x) {
    FloatVector rounded = rounded(x);
    IntVector k = whole(rounded);
    IntVector half = k.lanewise(ASHR, 1);
    FloatVector power = expm1OfRest(x, rounded).add(1).mul(power(half)).mul(power(k.sub(half)));
    return power
        .blend(0, x.compare(LT, EXP_LEAST))
        .blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_GREATEST));
  }

  /// eˣ − 1 = ((eʳ − 1)·2ᵃ + (2ᵃ − 2⁻ᵇ))·2ᵇ with a + b = k, exact near 0.
  static FloatVector expm1(FloatVector x) {
    FloatVector rounded = rounded(x);
    IntVector k = whole(rounded);
    IntVector b = k.lanewise(ASHR, 1);
    FloatVector first = power(k.sub(b));
    FloatVector rest = first.sub(power(b.neg()));
    FloatVector result = expm1OfRest(x, rounded).fma(first, rest).mul(power(b));
    return result
        .blend(x, x.compare(EQ, 0)) // −0
        .blend(-1, x.compare(LT, EXPM1_LEAST))
        .blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_GREATEST));
  }

  /// 1/(1 + e⁻ˣ)
  static FloatVector sigmoid(FloatVector x) {
    return all(1).div(exp(x.neg()).add(1));
  }

  /// tanh x = t/(t + 2) with t = e²ˣ − 1: nothing cancels, near 0 as little as far from it.
  static FloatVector tanh(FloatVector x) {
    FloatVector t = expm1(x.add(x).min(-EXPM1_LEAST));
    return t.div(t.add(2));
  }

  /// `value` with the sign of x.
  private static FloatVector withSign(FloatVector x, FloatVector value) {
    IntVector sign = all(-0.0f).reinterpretAsInts();
    IntVector ofX = x.reinterpretAsInts().and(sign);
    return value.abs().reinterpretAsInts().or(ofX).reinterpretAsFloats();
  }

  // ---- log x = k·ln 2 + log(1 + f), with √½ ≤ 1 + f < √2

  /// The natural logarithm (fdlibm: `e_log.c`).
  static FloatVector log(FloatVector x) {
    VectorMask<Float> small = x.compare(LT, MIN_NORMAL);
    IntVector bits = x.mul(all(LIFT), small).reinterpretAsInts();
    IntVector exponent = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, FRACTION_BITS);
    FloatVector f = bits.sub(exponent.lanewise(LSHL, FRACTION_BITS)).reinterpretAsFloats().sub(1);
    FloatVector k = exponent.add(ROUNDING_BITS).reinterpretAsFloats().sub(ROUNDING);
    k = k.sub(all(LIFTED), small);

    FloatVector s = f.div(f.add(2));
    FloatVector z = s.mul(s);
    FloatVector half = f.mul(f).mul(0.5f);
    FloatVector low = s.mul(half.add(z.mul(polynomial(z, LOG)))).add(k.mul(LN2_LOW));
    FloatVector result = k.fma(all(LN2_HIGH), f.sub(half.sub(low)));
    return result
        .blend(x, x.compare(LT, Float.POSITIVE_INFINITY).not()) // also NaN
        .blend(Float.NaN, x.compare(LT, 0))
        .blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0));
  }

  /// log(1 + x), exact near 0: what the sum u = 1 + x has lost is added afterwards, as it changes
  /// the logarithm by lost/u.
  static FloatVector log1p(FloatVector x) {
    FloatVector u = x.add(1);
    VectorMask<Float> finite = u.compare(GT, 0).and(u.compare(LT, Float.POSITIVE_INFINITY));
    FloatVector lost = x.sub(u.sub(1));
    return log(u).add(lost.div(u), finite).blend(x, x.compare(EQ, 0)); // −0
  }

  // ---- the error function: near 0 a polynomial, from 1 on another one for erfc(x) = 1 − erf(x)

  /// The error function.
  static FloatVector erf(FloatVector x) {
    FloatVector magnitude = x.abs();
    FloatVector far = all(1).sub(erfcFar(magnitude));
    return withSign(x, far.blend(erfNear(magnitude), magnitude.compare(LT, 1)));
  }

  /// x·Φ(x), with the normal distribution Φ(x) = erfc(−x/√2)/2.
  static FloatVector gelu(FloatVector x) {
    FloatVector scaled = x.mul(SQRT_HALF);
    FloatVector magnitude = scaled.abs();
    FloatVector tail = erfcFar(magnitude);
    FloatVector far = tail.blend(all(2).sub(tail), x.compare(GT, 0));
    FloatVector erfc = far.blend(erfNear(scaled).add(1), magnitude.compare(LT, 1));
    return x.mul(erfc.mul(0.5f));
  }

  private static FloatVector erfNear(FloatVector x) {
    return x.fma(polynomial(x.mul(x), ERF), x);
  }

  private static FloatVector erfcFar(FloatVector x) {
    float middle = (ERFC_GREATEST + 1) / 2;
    float half = (ERFC_GREATEST - 1) / 2;
    FloatVector erfc = polynomial(x.sub(middle).div(half), ERFC);
    return erfc.blend(0, x.compare(GE, ERFC_GREATEST));
  }
}
