// Generated from Float64Activations.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The activation functions of networks, on float32, as loops for [Float32Unary].
final class Float32Activations {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// From here on mish is the identity, to the last bit, and the squares in it are finite.
  static final float MISH_ENDS = 22;

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
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      FloatVector scaled = v.mul(p);
      FloatVector soft = Float32Functions.log1p(Float32Functions.exp(scaled)).div(p);
      soft.blend(v, scaled.compare(GT, q)).intoArray(out, oi + i);
    }
  }

  static void logSigmoid(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      FloatVector power = Float32Functions.expOfNegative(v.abs().neg());
      v.min(0).sub(Float32Functions.log1p(power)).intoArray(out, oi + i);
    }
  }

  /// With e = eˣ and w = e² + 2e, tanh(log(1 + e)) = w/(w + 2), where nothing cancels.
  static void mish(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      FloatVector e = Float32Functions.exp(v.min(MISH_ENDS));
      FloatVector w = e.mul(e.add(2));
      v.mul(w.div(w.add(2))).intoArray(out, oi + i);
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
}
