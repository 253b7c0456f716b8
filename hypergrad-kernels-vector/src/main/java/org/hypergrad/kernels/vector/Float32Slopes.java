// Generated from Float64Slopes.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.BinaryOp;

/// Gradients sent back through activations, on float32: a gradient a times the slope at b, which is
/// what the function was given or what it gave. Loops load first: behind an exponential the
/// compiler may have seen enough, and leaves a call that costs more than all the rest.
final class Float32Slopes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many elements wait in a buffer between two loops; whole vectors on every machine.
  private static final int BLOCK = 512;

  /// 2·√(2/π)
  private static final float TWICE_ROOT = 2 * (float) Math.sqrt(2 / Math.PI);

  /// The share of x³ in the tanh form of gelu.
  private static final float CUBIC = 0.044715f;

  /// From here on mish is the identity, to the last bit, and the squares in it are finite.
  private static final float MISH_ENDS = 22;

  /// A [Float32Binary.Loop] with parameters.
  @FunctionalInterface
  private interface Parametric {
    void run(float p, float q, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n);
  }

  /// The loops with parameters; the others are in the table of [Float32Binary].
  private static final Map<BinaryOp, Parametric> PARAMETRIC =
      new EnumMap<>(
          Map.of(
              BinaryOp.LEAKY_RELU_BACKWARD, Float32Slopes::leakyRelu,
              BinaryOp.ELU_BACKWARD, Float32Slopes::elu,
              BinaryOp.SOFTPLUS_BACKWARD, Float32Slopes::softplus,
              BinaryOp.HARDTANH_BACKWARD, Float32Slopes::hardtanh));

  private Float32Slopes() {}

  /// Whether there is a loop with parameters for `op`.
  static boolean computes(BinaryOp op) {
    return PARAMETRIC.containsKey(op);
  }

  /// out = op(a, b), element by element, with the parameters p and q.
  static void run(
      BinaryOp op,
      double p,
      double q,
      float[] a,
      Layout al,
      float[] b,
      Layout bl,
      float[] out,
      Layout ol) {
    Parametric loop = PARAMETRIC.get(op);
    Float32Binary.run(
        (x, xi, y, yi, to, ti, n) -> loop.run((float) p, (float) q, x, xi, y, yi, to, ti, n),
        a,
        al,
        b,
        bl,
        out,
        ol);
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  private static FloatVector one() {
    return FloatVector.broadcast(SPECIES, 1);
  }

  /// a, or 0 where b ≤ 0
  static void threshold(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).blend(0, load(b, bi + i).compare(LE, 0)).intoArray(out, oi + i);
    }
  }

  /// a·(1 − b²)
  static void tanh(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector y = load(b, bi + i);
      load(a, ai + i).mul(one().sub(y.mul(y))).intoArray(out, oi + i);
    }
  }

  /// a·b·(1 − b)
  static void sigmoid(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector y = load(b, bi + i);
      load(a, ai + i).mul(y.mul(one().sub(y))).intoArray(out, oi + i);
    }
  }

  /// a·s·(1 + b·(1 − s)) with s = sigmoid(b)
  static void silu(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector gradient = load(a, ai + i);
      FloatVector x = load(b, bi + i);
      FloatVector s = Float32Functions.sigmoid(x);
      gradient.mul(s.mul(x.mul(one().sub(s)).add(1))).intoArray(out, oi + i);
    }
  }

  /// a·(Φ(b) + b·φ(b)), with the normal distribution Φ and its density φ. In two loops: what both
  /// functions take is more than the compiler looks into.
  static void gelu(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    float[] buffer = new float[Math.min(n, BLOCK)];
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      normal(b, bi + i, buffer, some);
      withDensity(a, ai + i, b, bi + i, buffer, out, oi + i, some);
    }
  }

  private static void normal(float[] b, int bi, float[] buffer, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.normal(load(b, bi + i)).intoArray(buffer, i);
    }
  }

  private static void withDensity(
      float[] a, int ai, float[] b, int bi, float[] buffer, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector gradient = load(a, ai + i);
      FloatVector x = load(b, bi + i);
      FloatVector distribution = load(buffer, i);
      FloatVector density =
          Float32Functions.expOfNegative(x.mul(x).mul(-0.5f)).mul(Float32Coefficients.NORMAL_PEAK);
      gradient.mul(distribution.add(x.mul(density))).intoArray(out, oi + i);
    }
  }

  /// With s = (1 + tanh u)/2 = sigmoid(2u) and u = √(2/π)·(b + 0.044715f·b³): a·(s + 2b·s·(1 −
  /// s)·u′). In two loops, as [#gelu].
  static void geluTanh(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    float[] buffer = new float[Math.min(n, BLOCK)];
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      sigmoidOfTwice(b, bi + i, buffer, some);
      withSlope(a, ai + i, b, bi + i, buffer, out, oi + i, some);
    }
  }

  private static void sigmoidOfTwice(float[] b, int bi, float[] buffer, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector x = load(b, bi + i);
      FloatVector twice = x.mul(x).mul(CUBIC).add(1).mul(x).mul(TWICE_ROOT);
      Float32Functions.sigmoid(twice).intoArray(buffer, i);
    }
  }

  private static void withSlope(
      float[] a, int ai, float[] b, int bi, float[] buffer, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector x = load(b, bi + i);
      FloatVector s = load(buffer, i);
      FloatVector slope = x.mul(x).mul(3 * CUBIC).add(1).mul(TWICE_ROOT);
      FloatVector other = x.mul(s.mul(one().sub(s))).mul(slope);
      load(a, ai + i).mul(s.add(other)).intoArray(out, oi + i);
    }
  }

  /// a where b > 0, else p·a
  private static void leakyRelu(
      float p, float q, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector gradient = load(a, ai + i);
      gradient.mul(p).blend(gradient, load(b, bi + i).compare(GT, 0)).intoArray(out, oi + i);
    }
  }

  /// a·p·eᵇ where b ≤ 0, else a
  private static void elu(
      float p, float q, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector gradient = load(a, ai + i);
      FloatVector x = load(b, bi + i);
      FloatVector slope = Float32Functions.expOfNegative(x.min(0)).mul(p);
      gradient.blend(gradient.mul(slope), x.compare(LE, 0)).intoArray(out, oi + i);
    }
  }

  /// a·sigmoid(p·b), or a where p·b > q
  private static void softplus(
      float p, float q, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector gradient = load(a, ai + i);
      FloatVector x = load(b, bi + i).mul(p);
      FloatVector slope = Float32Functions.sigmoid(x).blend(1, x.compare(GT, q));
      gradient.mul(slope).intoArray(out, oi + i);
    }
  }

  /// a·sigmoid(−b)
  static void logSigmoid(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector gradient = load(a, ai + i);
      gradient.div(Float32Functions.exp(load(b, bi + i)).add(1)).intoArray(out, oi + i);
    }
  }

  /// a·(t + b·s·(1 − t²)) with t = tanh(log(1 + eᵇ)) and s = sigmoid(b). With e = eᵇ and w = e² +
  /// 2e that is a·(w + 4b·e·(1 + e)/(w + 2))/(w + 2), where nothing cancels.
  static void mish(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector gradient = load(a, ai + i);
      FloatVector x = load(b, bi + i);
      FloatVector least = x.min(MISH_ENDS);
      FloatVector e = Float32Functions.exp(least);
      FloatVector w = e.mul(e.add(2));
      FloatVector other = least.mul(4).mul(e.mul(e.add(1)).div(w.add(2)));
      FloatVector slope = w.add(other).div(w.add(2));
      gradient
          .mul(slope.blend(Float.NaN, x.compare(EQ, Float.POSITIVE_INFINITY))) // ∞·0
          .intoArray(out, oi + i);
    }
  }

  /// 0 where b ≤ p or b ≥ q, else a
  private static void hardtanh(
      float p, float q, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector x = load(b, bi + i);
      load(a, ai + i).blend(0, x.compare(LE, p).or(x.compare(GE, q))).intoArray(out, oi + i);
    }
  }

  /// 0 where b < −3, a where b > 3, else a·(b/3 + 1/2)
  static void hardswish(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector gradient = load(a, ai + i);
      FloatVector x = load(b, bi + i);
      gradient
          .mul(x.div(3).add(0.5f))
          .blend(gradient, x.compare(GT, 3))
          .blend(0, x.compare(LT, -3))
          .intoArray(out, oi + i);
    }
  }
}
