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

/// Powers of float64, xʸ = e^(y·log|x|), within 1.3 units of the last place.
///
/// The exponential turns what is wrong in y·log|x| into as much that is relatively wrong in xʸ, and
/// y·log|x| may be as large as 700. So the logarithm, and its product with y, is the sum of two
/// numbers, a high one that is rounded and a low one that is what the rounding lost (T. J. Dekker,
/// A floating-point technique for extending the available precision, 1971; SLEEF: `xpow`). Lost by
/// a product p = a·b is fma(a, b, −p); by a sum s = a + b with |a| ≥ |b|, it is b − (s − a).
final class Float64Power {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many elements wait in buffers between two loops; whole vectors on every machine. All in
  /// one loop is more than the compiler looks into.
  private static final int BLOCK = 512;

  private Float64Power() {}

  /// out = aᵇ, with the special cases of C, as PyTorch has them. Squares and cubes are products
  /// (PyTorch: `pow_tensor_scalar_optimized_kernel`), also where they stand among others.
  static void pow(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
    double[] high = new double[Math.min(n, BLOCK)];
    double[] low = new double[high.length];
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

  private static boolean areAll(double value, double[] b, int bi, int n) {
    for (int i = 0; i < n; i += LANES) {
      if (!load(b, bi + i).compare(EQ, value).allTrue()) {
        return false;
      }
    }
    return true;
  }

  private static void squares(double[] a, int ai, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector x = load(a, ai + i);
      x.mul(x).intoArray(out, oi + i);
    }
  }

  private static void cubes(double[] a, int ai, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector x = load(a, ai + i);
      x.mul(x).mul(x).intoArray(out, oi + i);
    }
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(SPECIES, value);
  }

  /// |x| = 2ᵏ·m, with √½ ≤ m < √2. What has no logarithm, or an infinite one, gets that as k.
  private static void split(double[] x, int xi, double[] m, double[] k, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i).abs();
      VectorMask<Double> small = v.compare(LT, MIN_NORMAL);
      LongVector bits = v.mul(all(LIFT), small).reinterpretAsLongs();
      LongVector exponent = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, FRACTION_BITS);
      bits.sub(exponent.lanewise(LSHL, FRACTION_BITS)).reinterpretAsDoubles().intoArray(m, i);
      exponent
          .add(ROUNDING_BITS)
          .reinterpretAsDoubles()
          .sub(ROUNDING)
          .sub(all(LIFTED), small)
          .blend(v, v.compare(LT, Double.POSITIVE_INFINITY).not()) // also NaN
          .blend(Double.NEGATIVE_INFINITY, v.compare(EQ, 0))
          .intoArray(k, i);
    }
  }

  /// high + low = k·ln 2 + log m, where m is in `high` and k in `low`. With s = (m − 1)/(m + 1),
  /// log m = 2s + s³·(2/3 + s²·…); all but … needs both parts.
  private static void logarithms(double[] high, double[] low, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector m = load(high, i);
      DoubleVector k = load(low, i);
      DoubleVector f = m.sub(1);
      DoubleVector d = m.add(1);
      DoubleVector dLow = m.sub(d.sub(1));
      DoubleVector inverse = all(1).div(d);
      DoubleVector s = f.mul(inverse);
      DoubleVector minus = s.neg();
      DoubleVector sLow = minus.fma(dLow, minus.fma(d, f)).mul(inverse);
      DoubleVector twice = s.add(s);

      DoubleVector z = s.mul(s);
      DoubleVector zLow = twice.fma(sLow, s.fma(s, z.neg()));
      DoubleVector others = z.mul(Float64Functions.polynomial(z, POWER_LOG));
      DoubleVector q = others.add(TWO_THIRDS);
      DoubleVector qLow = others.sub(q.sub(TWO_THIRDS)).add(TWO_THIRDS_LOW);
      DoubleVector c = z.mul(q);
      DoubleVector cLow = zLow.fma(q, z.fma(qLow, z.fma(q, c.neg())));
      DoubleVector t = s.mul(c);
      DoubleVector tLow = sLow.fma(c, s.fma(cLow, s.fma(c, t.neg())));

      DoubleVector whole = k.mul(LN2_HIGH);
      DoubleVector wholeLow = k.fma(all(LN2_LOW), k.fma(all(LN2_HIGH), whole.neg()));
      DoubleVector first = whole.add(twice);
      DoubleVector firstLow = twice.sub(first.sub(whole));
      DoubleVector sum = first.add(t);
      DoubleVector sumLow = t.sub(sum.sub(first));
      sum.intoArray(high, i);
      sumLow.add(firstLow).add(wholeLow.add(sLow.add(sLow)).add(tLow)).intoArray(low, i);
    }
  }

  /// high = e^(y·(high + low)), as [Float64Functions#exp].
  private static void exponentials(double[] y, int yi, double[] high, double[] low, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(y, yi + i);
      DoubleVector logarithm = load(high, i);
      DoubleVector x = v.mul(logarithm);
      DoubleVector xLow = v.fma(load(low, i), v.fma(logarithm, x.neg()));
      DoubleVector rounded = Float64Functions.rounded(x);
      DoubleVector k = rounded.sub(ROUNDING);
      DoubleVector r = k.fma(all(-LN2_HIGH), x).add(k.fma(all(-LN2_LOW), xLow));
      DoubleVector power = r.mul(r).fma(Float64Functions.polynomial(r, EXP), r).add(1);
      Float64Functions.times2(power, x, Float64Functions.whole(rounded)).intoArray(high, i);
    }
  }

  /// The sign, where x has one, and where the logarithm does not tell what the power is: 1 has only
  /// the power 1, and so has −1 to ±∞, and whatever is raised to 0; and what is negative has no
  /// power that is a fraction.
  private static void complete(
      double[] a, int ai, double[] b, int bi, double[] power, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector x = load(a, ai + i);
      DoubleVector y = load(b, bi + i);
      DoubleVector magnitude = y.abs();
      VectorMask<Double> endless = magnitude.compare(EQ, Double.POSITIVE_INFINITY);
      VectorMask<Double> one =
          x.compare(EQ, 1).or(y.compare(EQ, 0)).or(x.compare(EQ, -1).and(endless));
      VectorMask<Double> whole = isWhole(magnitude);
      VectorMask<Double> even = isWhole(magnitude.mul(0.5));
      VectorMask<Double> minus = x.reinterpretAsLongs().compare(LT, 0).cast(SPECIES);
      VectorMask<Double> finite = x.compare(GT, Double.NEGATIVE_INFINITY);
      DoubleVector result = load(power, i).blend(1, one);
      result
          .blend(result.neg(), minus.and(whole).andNot(even))
          .blend(Double.NaN, x.compare(LT, 0).and(finite).andNot(whole))
          .blend(x.mul(x), y.compare(EQ, 2))
          .blend(x.mul(x).mul(x), y.compare(EQ, 3))
          .intoArray(out, oi + i);
    }
  }

  /// Whether y ≥ 0 is a whole number, as all from 2^[Float64Coefficients#FRACTION_BITS] on are: a
  /// smaller one that is added to it is rounded to a whole one.
  private static VectorMask<Double> isWhole(DoubleVector y) {
    return y.add(ALL_WHOLE).sub(ALL_WHOLE).compare(EQ, y).or(y.compare(GE, ALL_WHOLE));
  }
}
