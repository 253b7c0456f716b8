// Generated from Float64Activations.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Activations, on float32: loops of [Float32Unary], with the definitions that
/// [org.hypergrad.spi.UnaryOp] has.
final class Float32Activations {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many elements wait in a buffer between two loops; whole vectors on every machine. An
  /// exponential and a logarithm in one loop are more than the compiler looks into.
  private static final int BLOCK = 512;

  private Float32Activations() {}

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  static void relu(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      v.blend(0, v.compare(LE, 0)).intoArray(out, oi + i);
    }
  }

  static void leakyRelu(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      v.mul(p).blend(v, v.compare(GT, 0)).intoArray(out, oi + i);
    }
  }

  static void elu(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      Float32Functions.expm1(v).mul(p).blend(v, v.compare(GT, 0)).intoArray(out, oi + i);
    }
  }

  static void gelu(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.gelu(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  /// As (1 + tanh(u))/2 = 1/(1 + e⁻²ᵘ), where nothing cancels: x/(1 + e^(−2·√(2/π)·(x +
  /// 0.044715f·x³))).
  static void geluTanh(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      FloatVector u = v.mul(v).mul(v).mul(0.044715f).add(v).mul(0.7978845608028654f);
      v.div(Float32Functions.exp(u.mul(-2)).add(1)).intoArray(out, oi + i);
    }
  }

  static void silu(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      v.div(Float32Functions.exp(v.neg()).add(1)).intoArray(out, oi + i);
    }
  }

  static void softplus(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    float[] buffer = new float[Math.min(n, BLOCK)];
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      expOfScaled(p, x, xi + i, buffer, some);
      log1pUpTo(p, q, x, xi + i, buffer, out, oi + i, some);
    }
  }

  private static void expOfScaled(float p, float[] x, int xi, float[] buffer, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.exp(load(x, xi + i).mul(p)).intoArray(buffer, i);
    }
  }

  private static void log1pUpTo(
      float p, float q, float[] x, int xi, float[] buffer, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      VectorMask<Float> large = v.mul(p).compare(GT, q);
      Float32Functions.log1p(load(buffer, i)).div(p).blend(v, large).intoArray(out, oi + i);
    }
  }

  static void hardsigmoid(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).add(3).max(0).min(6).div(6).intoArray(out, oi + i);
    }
  }

  static void hardswish(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      v.mul(v.add(3).max(0).min(6).div(6)).intoArray(out, oi + i);
    }
  }

  /// As tanh(log(1 + eˣ)) = t/(t + 2) with t = eˣ·(eˣ + 2), where nothing cancels; it is 1 from 20
  /// on.
  static void mish(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      FloatVector e = Float32Functions.exp(v);
      FloatVector t = e.mul(e.add(2));
      v.mul(t.div(t.add(2))).blend(v, v.compare(GT, 20)).intoArray(out, oi + i);
    }
  }

  static void logSigmoid(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    float[] buffer = new float[Math.min(n, BLOCK)];
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      expOfMinusAbs(x, xi + i, buffer, some);
      lessLog1p(x, xi + i, buffer, out, oi + i, some);
    }
  }

  private static void expOfMinusAbs(float[] x, int xi, float[] buffer, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.expOfNegative(load(x, xi + i).abs().neg()).intoArray(buffer, i);
    }
  }

  private static void lessLog1p(float[] x, int xi, float[] buffer, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      v.min(0).sub(Float32Functions.log1p(load(buffer, i))).intoArray(out, oi + i);
    }
  }
}
