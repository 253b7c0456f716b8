package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Activations, on float64: loops of [Float64Unary], with the definitions that
/// [org.hypergrad.spi.UnaryOp] has.
final class Float64Activations {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many elements wait in a buffer between two loops; whole vectors on every machine. An
  /// exponential and a logarithm in one loop are more than the compiler looks into.
  private static final int BLOCK = 512;

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
    double[] buffer = new double[Math.min(n, BLOCK)];
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      expOfScaled(p, x, xi + i, buffer, some);
      log1pUpTo(p, q, x, xi + i, buffer, out, oi + i, some);
    }
  }

  private static void expOfScaled(double p, double[] x, int xi, double[] buffer, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.exp(load(x, xi + i).mul(p)).intoArray(buffer, i);
    }
  }

  private static void log1pUpTo(
      double p, double q, double[] x, int xi, double[] buffer, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      VectorMask<Double> large = v.mul(p).compare(GT, q);
      Float64Functions.log1p(load(buffer, i)).div(p).blend(v, large).intoArray(out, oi + i);
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

  /// As tanh(log(1 + eˣ)) = t/(t + 2) with t = eˣ·(eˣ + 2), where nothing cancels; it is 1 from 20
  /// on.
  static void mish(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector e = Float64Functions.exp(v);
      DoubleVector t = e.mul(e.add(2));
      v.mul(t.div(t.add(2))).blend(v, v.compare(GT, 20)).intoArray(out, oi + i);
    }
  }

  static void logSigmoid(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    double[] buffer = new double[Math.min(n, BLOCK)];
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      expOfMinusAbs(x, xi + i, buffer, some);
      lessLog1p(x, xi + i, buffer, out, oi + i, some);
    }
  }

  private static void expOfMinusAbs(double[] x, int xi, double[] buffer, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.expOfNegative(load(x, xi + i).abs().neg()).intoArray(buffer, i);
    }
  }

  private static void lessLog1p(double[] x, int xi, double[] buffer, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.min(0).sub(Float64Functions.log1p(load(buffer, i))).intoArray(out, oi + i);
    }
  }
}
