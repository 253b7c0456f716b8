package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The activation functions of networks, on float64, as loops for [Float64Unary].
final class Float64Activations {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// From here on mish is the identity, to the last bit, and the squares in it are finite.
  static final double MISH_ENDS = 22;

  private Float64Activations() {}

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  static void relu(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.blend(0, v.compare(LE, 0)).intoArray(out, oi + i);
    }
  }

  static void leakyRelu(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.mul(p).blend(v, v.compare(GT, 0)).intoArray(out, oi + i);
    }
  }

  static void elu(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      Float64Functions.expm1(v).mul(p).blend(v, v.compare(GT, 0)).intoArray(out, oi + i);
    }
  }

  static void gelu(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.gelu(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  /// As (1 + tanh(u))/2 = 1/(1 + e⁻²ᵘ), where nothing cancels: x/(1 + e^(−2·√(2/π)·(x +
  /// 0.044715·x³))).
  static void geluTanh(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector u = v.mul(v).mul(v).mul(0.044715).add(v).mul(0.7978845608028654);
      v.div(Float64Functions.exp(u.mul(-2)).add(1)).intoArray(out, oi + i);
    }
  }

  static void silu(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.div(Float64Functions.exp(v.neg()).add(1)).intoArray(out, oi + i);
    }
  }

  static void softplus(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector scaled = v.mul(p);
      DoubleVector soft = Float64Functions.log1p(Float64Functions.exp(scaled)).div(p);
      soft.blend(v, scaled.compare(GT, q)).intoArray(out, oi + i);
    }
  }

  static void logSigmoid(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector power = Float64Functions.expOfNegative(v.abs().neg());
      v.min(0).sub(Float64Functions.log1p(power)).intoArray(out, oi + i);
    }
  }

  /// With e = eˣ and w = e² + 2e, tanh(log(1 + e)) = w/(w + 2), where nothing cancels.
  static void mish(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector e = Float64Functions.exp(v.min(MISH_ENDS));
      DoubleVector w = e.mul(e.add(2));
      v.mul(w.div(w.add(2))).intoArray(out, oi + i);
    }
  }

  static void hardsigmoid(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).add(3).max(0).min(6).div(6).intoArray(out, oi + i);
    }
  }

  static void hardswish(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.mul(v.add(3).max(0).min(6).div(6)).intoArray(out, oi + i);
    }
  }
}
