package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.COS;
import static jdk.incubator.vector.VectorOperators.EXP;
import static jdk.incubator.vector.VectorOperators.EXPM1;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LOG;
import static jdk.incubator.vector.VectorOperators.LOG1P;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SIN;
import static jdk.incubator.vector.VectorOperators.TANH;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.UnaryOp;

/// Element-wise functions of one number, on float64.
///
/// The JDK computes exp, log, sin and their like on vectors within an ulp, also of huge, tiny and
/// denormal numbers.
final class Float64Unary {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float64Unary() {}

  /// Whether there is a loop for `op`; what has none here is computed by its definition. The error
  /// function is missing in the Vector API.
  static boolean computes(UnaryOp op) {
    return switch (op) {
      case NEG, ABS, SIGN, SQUARE, SQRT, RSQRT, RECIPROCAL -> true;
      case EXP, LOG, LOG1P, EXPM1, SIN, COS, TANH -> true;
      case SIGMOID, RELU, LEAKY_RELU, ELU, GELU_TANH, SILU, SOFTPLUS, CLAMP -> true;
      default -> false;
    };
  }

  /// out = op(x), element by element.
  static void run(UnaryOp op, double p, double q, double[] x, Layout xl, double[] out, Layout ol) {
    ParallelLoops.run(() -> pieces(op, p, q, x, out), xl, ol);
  }

  private static Loops.Inner pieces(UnaryOp op, double p, double q, double[] x, double[] out) {
    Float64Operand input = new Float64Operand(x);
    Float64Operand result = new Float64Operand(out);
    return (n, start, step) -> {
      int length;
      for (int i = 0; i < n; i += length) {
        length = Float64Operand.piece(n - i, step);
        int to = start[1] + i * step[1];
        input.read(start[0] + i * step[0], step[0], length);
        result.place(to, step[1], length);
        int padded = Float64Operand.padded(length);
        loop(op, p, q, input.values(), input.at(), result.values(), result.at(), padded);
        result.write(to, step[1], length);
      }
    };
  }

  private static void loop(
      UnaryOp op, double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    switch (op) {
      case NEG -> neg(x, xi, out, oi, n);
      case ABS -> abs(x, xi, out, oi, n);
      case SIGN -> sign(x, xi, out, oi, n);
      case SQUARE -> square(x, xi, out, oi, n);
      case SQRT -> sqrt(x, xi, out, oi, n);
      case RSQRT -> rsqrt(x, xi, out, oi, n);
      case RECIPROCAL -> reciprocal(x, xi, out, oi, n);
      case EXP -> exp(x, xi, out, oi, n);
      case LOG -> log(x, xi, out, oi, n);
      case LOG1P -> log1p(x, xi, out, oi, n);
      case EXPM1 -> expm1(x, xi, out, oi, n);
      case SIN -> sin(x, xi, out, oi, n);
      case COS -> cos(x, xi, out, oi, n);
      case TANH -> tanh(x, xi, out, oi, n);
      case SIGMOID -> sigmoid(x, xi, out, oi, n);
      case RELU -> relu(x, xi, out, oi, n);
      case LEAKY_RELU -> leakyRelu(p, x, xi, out, oi, n);
      case ELU -> elu(p, x, xi, out, oi, n);
      case GELU_TANH -> geluTanh(x, xi, out, oi, n);
      case SILU -> silu(x, xi, out, oi, n);
      case SOFTPLUS -> softplus(p, q, x, xi, out, oi, n);
      case CLAMP -> clamp(p, q, x, xi, out, oi, n);
      default -> throw new AssertionError(op);
    }
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static DoubleVector one() {
    return DoubleVector.broadcast(SPECIES, 1);
  }

  private static void neg(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).neg().intoArray(out, oi + i);
    }
  }

  private static void abs(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).abs().intoArray(out, oi + i);
    }
  }

  private static void sign(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector zero = DoubleVector.zero(SPECIES);
      zero.blend(1, v.compare(GT, 0)).blend(-1, v.compare(LT, 0)).intoArray(out, oi + i);
    }
  }

  private static void square(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.mul(v).intoArray(out, oi + i);
    }
  }

  private static void sqrt(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).sqrt().intoArray(out, oi + i);
    }
  }

  private static void rsqrt(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      one().div(load(x, xi + i).sqrt()).intoArray(out, oi + i);
    }
  }

  private static void reciprocal(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      one().div(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void exp(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).lanewise(EXP).intoArray(out, oi + i);
    }
  }

  private static void log(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).lanewise(LOG).intoArray(out, oi + i);
    }
  }

  private static void log1p(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).lanewise(LOG1P).intoArray(out, oi + i);
    }
  }

  private static void expm1(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).lanewise(EXPM1).intoArray(out, oi + i);
    }
  }

  private static void sin(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).lanewise(SIN).intoArray(out, oi + i);
    }
  }

  private static void cos(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).lanewise(COS).intoArray(out, oi + i);
    }
  }

  private static void tanh(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).lanewise(TANH).intoArray(out, oi + i);
    }
  }

  private static void sigmoid(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      one().div(load(x, xi + i).neg().lanewise(EXP).add(1)).intoArray(out, oi + i);
    }
  }

  private static void relu(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.blend(0, v.compare(LE, 0)).intoArray(out, oi + i);
    }
  }

  private static void leakyRelu(double p, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.mul(p).blend(v, v.compare(GT, 0)).intoArray(out, oi + i);
    }
  }

  private static void elu(double p, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.lanewise(EXPM1).mul(p).blend(v, v.compare(GT, 0)).intoArray(out, oi + i);
    }
  }

  /// As (1 + tanh(u))/2 = 1/(1 + e⁻²ᵘ), where nothing cancels: x/(1 + e^(−2·√(2/π)·(x +
  /// 0.044715·x³))).
  private static void geluTanh(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector u = v.mul(v).mul(v).mul(0.044715).add(v).mul(0.7978845608028654);
      v.div(u.mul(-2).lanewise(EXP).add(1)).intoArray(out, oi + i);
    }
  }

  private static void silu(double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.div(v.neg().lanewise(EXP).add(1)).intoArray(out, oi + i);
    }
  }

  private static void softplus(
      double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector scaled = v.mul(p);
      DoubleVector soft = scaled.lanewise(EXP).lanewise(LOG1P).div(p);
      soft.blend(v, scaled.compare(GT, q)).intoArray(out, oi + i);
    }
  }

  private static void clamp(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).max(p).min(q).intoArray(out, oi + i);
    }
  }
}
