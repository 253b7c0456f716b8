package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.UnaryOp;

/// Element-wise functions of one number, on float64.
final class Float64Unary {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float64Unary() {}

  /// A loop over elements that lie side by side in both arrays; `n` is a number of whole vectors.
  @FunctionalInterface
  private interface Loop {
    void run(double p, double q, double[] x, int xi, double[] out, int oi, int n);
  }

  /// The loops. They are called through this table, not by a switch, so that the compiler compiles
  /// each by itself: several together are more than it looks into, and then vectors are no longer
  /// kept in registers.
  private static final Map<UnaryOp, Loop> LOOPS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(UnaryOp.NEG, Float64Unary::neg),
              Map.entry(UnaryOp.ABS, Float64Unary::abs),
              Map.entry(UnaryOp.SIGN, Float64Unary::sign),
              Map.entry(UnaryOp.SQUARE, Float64Unary::square),
              Map.entry(UnaryOp.SQRT, Float64Unary::sqrt),
              Map.entry(UnaryOp.RSQRT, Float64Unary::rsqrt),
              Map.entry(UnaryOp.RECIPROCAL, Float64Unary::reciprocal),
              Map.entry(UnaryOp.EXP, Float64Unary::exp),
              Map.entry(UnaryOp.LOG, Float64Unary::log),
              Map.entry(UnaryOp.LOG1P, Float64Unary::log1p),
              Map.entry(UnaryOp.EXPM1, Float64Unary::expm1),
              Map.entry(UnaryOp.SIN, Float64Unary::sin),
              Map.entry(UnaryOp.COS, Float64Unary::cos),
              Map.entry(UnaryOp.TANH, Float64Unary::tanh),
              Map.entry(UnaryOp.SIGMOID, Float64Unary::sigmoid),
              Map.entry(UnaryOp.ERF, Float64Unary::erf),
              Map.entry(UnaryOp.RELU, Float64Activations::relu),
              Map.entry(UnaryOp.LEAKY_RELU, Float64Activations::leakyRelu),
              Map.entry(UnaryOp.ELU, Float64Activations::elu),
              Map.entry(UnaryOp.GELU, Float64Activations::gelu),
              Map.entry(UnaryOp.GELU_TANH, Float64Activations::geluTanh),
              Map.entry(UnaryOp.SILU, Float64Activations::silu),
              Map.entry(UnaryOp.HARDSIGMOID, Float64Activations::hardsigmoid),
              Map.entry(UnaryOp.HARDSWISH, Float64Activations::hardswish),
              Map.entry(UnaryOp.MISH, Float64Activations::mish),
              Map.entry(UnaryOp.LOG_SIGMOID, Float64Activations::logSigmoid),
              Map.entry(UnaryOp.SOFTPLUS, Float64Activations::softplus),
              Map.entry(UnaryOp.CLAMP, Float64Unary::clamp)));

  /// Whether there is a loop for `op`; what has none here is computed by its definition.
  static boolean computes(UnaryOp op) {
    return LOOPS.containsKey(op);
  }

  /// out = op(x), element by element.
  static void run(UnaryOp op, double p, double q, double[] x, Layout xl, double[] out, Layout ol) {
    ParallelLoops.run(() -> pieces(op, p, q, x, out), xl, ol);
  }

  /// out = op(x) for `n` elements that lie side by side in both.
  static void run(UnaryOp op, double[] x, int xi, double[] out, int oi, int n) {
    int[] steps = {1, 1};
    pieces(op, 0, 0, x, out).run(n, new int[] {xi, oi}, steps);
  }

  private static Loops.Inner pieces(UnaryOp op, double p, double q, double[] x, double[] out) {
    Loop loop = LOOPS.get(op);
    Float64Operand input = new Float64Operand(x);
    Float64Operand result = new Float64Operand(out);
    return (n, start, step) -> {
      int direct = Float64Operand.direct(n, step);
      if (direct > 0) {
        loop.run(p, q, x, start[0], out, start[1], direct);
      }
      int length;
      for (int i = direct; i < n; i += length) {
        length = Float64Operand.piece(n - i, step);
        int to = start[1] + i * step[1];
        input.read(start[0] + i * step[0], step[0], length);
        result.place(to, step[1], length);
        int padded = Float64Operand.padded(length);
        loop.run(p, q, input.values(), input.at(), result.values(), result.at(), padded);
        result.write(to, step[1], length);
      }
    };
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static DoubleVector one() {
    return DoubleVector.broadcast(SPECIES, 1);
  }

  private static void neg(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).neg().intoArray(out, oi + i);
    }
  }

  private static void abs(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).abs().intoArray(out, oi + i);
    }
  }

  private static void sign(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      DoubleVector zero = DoubleVector.zero(SPECIES);
      zero.blend(1, v.compare(GT, 0)).blend(-1, v.compare(LT, 0)).intoArray(out, oi + i);
    }
  }

  private static void square(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      v.mul(v).intoArray(out, oi + i);
    }
  }

  private static void sqrt(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).sqrt().intoArray(out, oi + i);
    }
  }

  private static void rsqrt(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      one().div(load(x, xi + i).sqrt()).intoArray(out, oi + i);
    }
  }

  private static void reciprocal(
      double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      one().div(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void exp(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.exp(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void log(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.log(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void log1p(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.log1p(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void expm1(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.expm1(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void sin(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      Float64Functions.sin(v).intoArray(out, oi + i);
      define(UnaryOp.SIN, v, out, oi + i);
    }
  }

  private static void cos(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector v = load(x, xi + i);
      Float64Functions.cos(v).intoArray(out, oi + i);
      define(UnaryOp.COS, v, out, oi + i);
    }
  }

  /// Computes what is too large for vectors, infinite or NaN by the definition.
  private static void define(UnaryOp op, DoubleVector x, double[] out, int oi) {
    VectorMask<Double> beyond = x.abs().compare(LE, Float64Coefficients.WAVE_GREATEST).not();
    if (beyond.anyTrue()) {
      double[] lanes = x.toArray();
      for (int i = 0; i < LANES; i++) {
        if (beyond.laneIsSet(i)) {
          out[oi + i] = op.apply(lanes[i], 0, 0);
        }
      }
    }
  }

  private static void tanh(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.tanh(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void erf(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.erf(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void sigmoid(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float64Functions.sigmoid(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void clamp(double p, double q, double[] x, int xi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).max(p).min(q).intoArray(out, oi + i);
    }
  }
}
