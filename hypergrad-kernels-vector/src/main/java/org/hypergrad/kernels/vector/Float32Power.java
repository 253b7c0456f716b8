// Generated from Float64Power.java by DeriveVectorKernels; do not edit.
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

/// Powers of float32, xʸ = e^(y·log|x|), within 1.3f units of the last place.
///
/// The exponential turns what is wrong in y·log|x| into as much that is relatively wrong in xʸ, and
/// y·log|x| may be as large as 700. So the logarithm, and its product with y, is the sum of two
/// numbers, a high one that is rounded and a low one that is what the rounding lost (T. J. Dekker,
/// A floating-point technique for extending the available precision, 1971; SLEEF: `xpow`). Lost by
/// a product p = a·b is fma(a, b, −p); by a sum s = a + b with |a| ≥ |b|, it is b − (s − a).
final class Float32Power {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many elements wait in buffers between two loops; whole vectors on every machine. All in
  /// one loop is more than the compiler looks into.
  private static final int BLOCK = 512;

  private Float32Power() {}

  /// out = aᵇ, with the special cases of C, as PyTorch has them. Squares and cubes are products
  /// (PyTorch: `pow_tensor_scalar_optimized_kernel`), also where they stand among others.
  static void pow(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    float[] high = new float[Math.min(n, BLOCK)];
    float[] low = new float[high.length];
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      if (areAll(2, b, bi + i, some)) {
        squares(a, ai + i, out, oi + i, some);
      } else if (areAll(3, b, bi + i, some)) {
        cubes(a, ai + i, out, oi + i, some);
      } else {
        split(a, ai + i, high, low, some);
        logarithms(high, low, some);
        exponentials(b, bi + i, high, low, some);
        complete(a, ai + i, b, bi + i, high, out, oi + i, some);
      }
    }
  }

  private static boolean areAll(float value, float[] b, int bi, int n) {
    for (int i = 0; i < n; i += LANES) {
      if (!load(b, bi + i).compare(EQ, value).allTrue()) {
        return false;
      }
    }
    return true;
  }

  private static void squares(float[] a, int ai, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector x = load(a, ai + i);
      x.mul(x).intoArray(out, oi + i);
    }
  }

  private static void cubes(float[] a, int ai, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector x = load(a, ai + i);
      x.mul(x).mul(x).intoArray(out, oi + i);
    }
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  /// |x| = 2ᵏ·m, with √½ ≤ m < √2. What has no logarithm, or an infinite one, gets that as k.
  private static void split(float[] x, int xi, float[] m, float[] k, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i).abs();
      VectorMask<Float> small = v.compare(LT, MIN_NORMAL);
      IntVector bits = v.mul(all(LIFT), small).reinterpretAsInts();
      IntVector exponent = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, FRACTION_BITS);
      bits.sub(exponent.lanewise(LSHL, FRACTION_BITS)).reinterpretAsFloats().intoArray(m, i);
      exponent
          .add(ROUNDING_BITS)
          .reinterpretAsFloats()
          .sub(ROUNDING)
          .sub(all(LIFTED), small)
          .blend(v, v.compare(LT, Float.POSITIVE_INFINITY).not()) // also NaN
          .blend(Float.NEGATIVE_INFINITY, v.compare(EQ, 0))
          .intoArray(k, i);
    }
  }

  /// high + low = k·ln 2 + log m, where m is in `high` and k in `low`. With s = (m − 1)/(m + 1),
  /// log m = 2s + s³·(2/3 + s²·…); all but … needs both parts.
  private static void logarithms(float[] high, float[] low, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector m = load(high, i);
      FloatVector k = load(low, i);
      FloatVector f = m.sub(1);
      FloatVector d = m.add(1);
      FloatVector dLow = m.sub(d.sub(1));
      FloatVector inverse = all(1).div(d);
      FloatVector s = f.mul(inverse);
      FloatVector minus = s.neg();
      FloatVector sLow = minus.fma(dLow, minus.fma(d, f)).mul(inverse);
      FloatVector twice = s.add(s);

      FloatVector z = s.mul(s);
      FloatVector zLow = twice.fma(sLow, s.fma(s, z.neg()));
      FloatVector others = z.mul(Float32Functions.polynomial(z, POWER_LOG));
      FloatVector q = others.add(TWO_THIRDS);
      FloatVector qLow = others.sub(q.sub(TWO_THIRDS)).add(TWO_THIRDS_LOW);
      FloatVector c = z.mul(q);
      FloatVector cLow = zLow.fma(q, z.fma(qLow, z.fma(q, c.neg())));
      FloatVector t = s.mul(c);
      FloatVector tLow = sLow.fma(c, s.fma(cLow, s.fma(c, t.neg())));

      FloatVector whole = k.mul(LN2_HIGH);
      FloatVector wholeLow = k.fma(all(LN2_LOW), k.fma(all(LN2_HIGH), whole.neg()));
      FloatVector first = whole.add(twice);
      FloatVector firstLow = twice.sub(first.sub(whole));
      FloatVector sum = first.add(t);
      FloatVector sumLow = t.sub(sum.sub(first));
      sum.intoArray(high, i);
      sumLow.add(firstLow).add(wholeLow.add(sLow.add(sLow)).add(tLow)).intoArray(low, i);
    }
  }

  /// high = e^(y·(high + low)), as [Float32Functions#exp].
  private static void exponentials(float[] y, int yi, float[] high, float[] low, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(y, yi + i);
      FloatVector logarithm = load(high, i);
      FloatVector x = v.mul(logarithm);
      FloatVector xLow = v.fma(load(low, i), v.fma(logarithm, x.neg()));
      FloatVector rounded = Float32Functions.rounded(x);
      FloatVector k = rounded.sub(ROUNDING);
      FloatVector r = k.fma(all(-LN2_HIGH), x).add(k.fma(all(-LN2_LOW), xLow));
      FloatVector power = r.mul(r).fma(Float32Functions.polynomial(r, EXP), r).add(1);
      Float32Functions.times2(power, x, Float32Functions.whole(rounded)).intoArray(high, i);
    }
  }

  /// The sign, where x has one, and where the logarithm does not tell what the power is: 1 has only
  /// the power 1, and so has −1 to ±∞, and whatever is raised to 0; and what is negative has no
  /// power that is a fraction.
  private static void complete(
      float[] a, int ai, float[] b, int bi, float[] power, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector x = load(a, ai + i);
      FloatVector y = load(b, bi + i);
      FloatVector magnitude = y.abs();
      VectorMask<Float> endless = magnitude.compare(EQ, Float.POSITIVE_INFINITY);
      VectorMask<Float> one =
          x.compare(EQ, 1).or(y.compare(EQ, 0)).or(x.compare(EQ, -1).and(endless));
      VectorMask<Float> whole = isWhole(magnitude);
      VectorMask<Float> even = isWhole(magnitude.mul(0.5f));
      VectorMask<Float> minus = x.reinterpretAsInts().compare(LT, 0).cast(SPECIES);
      VectorMask<Float> finite = x.compare(GT, Float.NEGATIVE_INFINITY);
      FloatVector result = load(power, i).blend(1, one);
      result
          .blend(result.neg(), minus.and(whole).andNot(even))
          .blend(Float.NaN, x.compare(LT, 0).and(finite).andNot(whole))
          .blend(x.mul(x), y.compare(EQ, 2))
          .blend(x.mul(x).mul(x), y.compare(EQ, 3))
          .intoArray(out, oi + i);
    }
  }

  /// Whether y ≥ 0 is a whole number, as all from 2^[Float32Coefficients#FRACTION_BITS] on are: a
  /// smaller one that is added to it is rounded to a whole one.
  private static VectorMask<Float> isWhole(FloatVector y) {
    return y.add(ALL_WHOLE).sub(ALL_WHOLE).compare(EQ, y).or(y.compare(GE, ALL_WHOLE));
  }
}
