// Generated from Float64Unary.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.UnaryOp;

/// Element-wise functions of one number, on float32.
final class Float32Unary {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float32Unary() {}

  /// A loop over elements that lie side by side in both arrays; `n` is a number of whole vectors.
  @FunctionalInterface
  private interface Loop {
    void run(float p, float q, float[] x, int xi, float[] out, int oi, int n);
  }

  /// The loops. They are called through this table, not by a switch, so that the compiler compiles
  /// each by itself: several together are more than it looks into, and then vectors are no longer
  /// kept in registers.
  private static final Map<UnaryOp, Loop> LOOPS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(UnaryOp.NEG, Float32Unary::neg),
              Map.entry(UnaryOp.ABS, Float32Unary::abs),
              Map.entry(UnaryOp.SIGN, Float32Unary::sign),
              Map.entry(UnaryOp.SQUARE, Float32Unary::square),
              Map.entry(UnaryOp.SQRT, Float32Unary::sqrt),
              Map.entry(UnaryOp.RSQRT, Float32Unary::rsqrt),
              Map.entry(UnaryOp.RECIPROCAL, Float32Unary::reciprocal),
              Map.entry(UnaryOp.EXP, Float32Unary::exp),
              Map.entry(UnaryOp.LOG, Float32Unary::log),
              Map.entry(UnaryOp.LOG1P, Float32Unary::log1p),
              Map.entry(UnaryOp.EXPM1, Float32Unary::expm1),
              Map.entry(UnaryOp.SIN, Float32Unary::sin),
              Map.entry(UnaryOp.COS, Float32Unary::cos),
              Map.entry(UnaryOp.TANH, Float32Unary::tanh),
              Map.entry(UnaryOp.SIGMOID, Float32Unary::sigmoid),
              Map.entry(UnaryOp.ERF, Float32Unary::erf),
              Map.entry(UnaryOp.RELU, Float32Activations::relu),
              Map.entry(UnaryOp.LEAKY_RELU, Float32Activations::leakyRelu),
              Map.entry(UnaryOp.ELU, Float32Activations::elu),
              Map.entry(UnaryOp.GELU, Float32Activations::gelu),
              Map.entry(UnaryOp.GELU_TANH, Float32Activations::geluTanh),
              Map.entry(UnaryOp.SILU, Float32Activations::silu),
              Map.entry(UnaryOp.HARDSIGMOID, Float32Activations::hardsigmoid),
              Map.entry(UnaryOp.HARDSWISH, Float32Activations::hardswish),
              Map.entry(UnaryOp.MISH, Float32Activations::mish),
              Map.entry(UnaryOp.LOG_SIGMOID, Float32Activations::logSigmoid),
              Map.entry(UnaryOp.SOFTPLUS, Float32Activations::softplus),
              Map.entry(UnaryOp.CLAMP, Float32Unary::clamp)));

  /// Whether there is a loop for `op`; what has none here is computed by its definition.
  static boolean computes(UnaryOp op) {
    return LOOPS.containsKey(op);
  }

  /// out = op(x), element by element.
  static void run(UnaryOp op, double p, double q, float[] x, Layout xl, float[] out, Layout ol) {
    ParallelLoops.run(() -> pieces(op, p, q, x, out), xl, ol);
  }

  /// out = op(x) for `n` elements that lie side by side in both.
  static void run(UnaryOp op, float[] x, int xi, float[] out, int oi, int n) {
    int[] steps = {1, 1};
    pieces(op, 0, 0, x, out).run(n, new int[] {xi, oi}, steps);
  }

  private static Loops.Inner pieces(UnaryOp op, double p, double q, float[] x, float[] out) {
    Loop loop = LOOPS.get(op);
    Float32Operand input = new Float32Operand(x);
    Float32Operand result = new Float32Operand(out);
    return (n, start, step) -> {
      int direct = Float32Operand.direct(n, step);
      if (direct > 0) {
        loop.run((float) p, (float) q, x, start[0], out, start[1], direct);
      }
      int length;
      for (int i = direct; i < n; i += length) {
        length = Float32Operand.piece(n - i, step);
        int to = start[1] + i * step[1];
        input.read(start[0] + i * step[0], step[0], length);
        result.place(to, step[1], length);
        int padded = Float32Operand.padded(length);
        loop.run(
            (float) p, (float) q, input.values(), input.at(), result.values(), result.at(), padded);
        result.write(to, step[1], length);
      }
    };
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  private static FloatVector one() {
    return FloatVector.broadcast(SPECIES, 1);
  }

  private static void neg(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).neg().intoArray(out, oi + i);
    }
  }

  private static void abs(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).abs().intoArray(out, oi + i);
    }
  }

  private static void sign(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      FloatVector zero = FloatVector.zero(SPECIES);
      zero.blend(1, v.compare(GT, 0)).blend(-1, v.compare(LT, 0)).intoArray(out, oi + i);
    }
  }

  private static void square(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      v.mul(v).intoArray(out, oi + i);
    }
  }

  private static void sqrt(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).sqrt().intoArray(out, oi + i);
    }
  }

  private static void rsqrt(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      one().div(load(x, xi + i).sqrt()).intoArray(out, oi + i);
    }
  }

  private static void reciprocal(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      one().div(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void exp(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.exp(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void log(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.log(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void log1p(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.log1p(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void expm1(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.expm1(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void sin(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      Float32Functions.sin(v).intoArray(out, oi + i);
      define(UnaryOp.SIN, v, out, oi + i);
    }
  }

  private static void cos(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      FloatVector v = load(x, xi + i);
      Float32Functions.cos(v).intoArray(out, oi + i);
      define(UnaryOp.COS, v, out, oi + i);
    }
  }

  /// Computes what is too large for vectors, infinite or NaN by the definition.
  private static void define(UnaryOp op, FloatVector x, float[] out, int oi) {
    VectorMask<Float> beyond = x.abs().compare(LE, Float32Coefficients.WAVE_GREATEST).not();
    if (beyond.anyTrue()) {
      float[] lanes = x.toArray();
      for (int i = 0; i < LANES; i++) {
        if (beyond.laneIsSet(i)) {
          out[oi + i] = (float) op.apply(lanes[i], 0, 0);
        }
      }
    }
  }

  private static void tanh(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.tanh(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void erf(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.erf(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void sigmoid(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      Float32Functions.sigmoid(load(x, xi + i)).intoArray(out, oi + i);
    }
  }

  private static void clamp(float p, float q, float[] x, int xi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(x, xi + i).max(p).min(q).intoArray(out, oi + i);
    }
  }
}
