// Generated from Float64Softmax.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;

/// Softmax of float32, and its gradient, one line after the other. Short lines, and those whose
/// elements lie apart, go through [Float32SoftmaxAbreast].
///
/// The largest number of a line is subtracted, which changes nothing but keeps the exponentials
/// finite; then these are taken, added up, and divided by their sum. A line of −∞ only gives NaN.
final class Float32Softmax {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many exponentials or products are kept until they are added up.
  private static final int BLOCK = 2048;

  private Float32Softmax() {}

  /// Whether lines along the last dimension are short, or their elements lie apart.
  private static boolean areAbreast(Layout... operands) {
    boolean apart = false;
    for (Layout operand : operands) {
      apart |= operand.stride(-1) != 1;
    }
    return apart || operands[0].size(-1) < 2 * LANES;
  }

  private static Layout starts(Layout layout) {
    return layout.select(layout.rank() - 1, 0);
  }

  /// Softmax, or its logarithm, along the last dimension.
  static void softmax(boolean log, float[] x, Layout xl, float[] out, Layout ol) {
    int columns = xl.size(-1);
    if (areAbreast(xl, ol)) {
      Float32SoftmaxAbreast.softmax(log, x, xl, out, ol);
    } else {
      ParallelLoops.run(
          columns,
          () -> log ? logarithms(x, out, columns) : lines(x, out, columns),
          starts(xl),
          starts(ol));
    }
  }

  // Apart from each other: the exponentials of both are more than the compiler looks into.

  private static Loops.Inner lines(float[] x, float[] out, int columns) {
    return (n, start, step) -> {
      for (int i = 0; i < n; i++) {
        int from = start[0] + i * step[0];
        int to = start[1] + i * step[1];
        float max = (float) Float32Reductions.line(ReduceOp.MAX, x, from, 1, columns);
        float sum = powersAndSum(x, from, max, out, to, columns);
        multiply(1 / sum, out, to, out, to, columns);
      }
    };
  }

  private static Loops.Inner logarithms(float[] x, float[] out, int columns) {
    float[] buffer = new float[Math.min(BLOCK, columns)];
    return (n, start, step) -> {
      for (int i = 0; i < n; i++) {
        int from = start[0] + i * step[0];
        float max = (float) Float32Reductions.line(ReduceOp.MAX, x, from, 1, columns);
        float sum = sumOfPowers(x, from, max, buffer, columns);
        subtract(max, (float) Math.log(sum), x, from, out, start[1] + i * step[1], columns);
      }
    };
  }

  /// Σ e^(x − max)
  private static float sumOfPowers(float[] x, int from, float max, float[] buffer, int n) {
    float sum = 0;
    for (int i = 0; i < n; i += BLOCK) {
      sum += powersAndSum(x, from + i, max, buffer, 0, Math.min(BLOCK, n - i));
    }
    return sum;
  }

  /// out = e^(x − max), and their sum.
  private static float powersAndSum(float[] x, int from, float max, float[] out, int to, int n) {
    float sum = 0;
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      powers(x, from + i, max, out, to + i, some);
      sum += (float) Float32Reductions.line(ReduceOp.SUM, out, to + i, 1, some);
    }
    return sum;
  }

  /// out = e^(x − max), where that is at most 1.
  static void powers(float[] x, int xi, float max, float[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i).sub(max);
      Float32Functions.expOfNegative(v).intoArray(out, oi + i);
    }
    if (i < n) {
      VectorMask<Float> rest = SPECIES.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i, rest).sub(max);
      Float32Functions.expOfNegative(v).intoArray(out, oi + i, rest);
    }
  }

  /// out = x − first − second
  private static void subtract(
      float first, float second, float[] x, int xi, float[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i).sub(first);
      v.sub(second).intoArray(out, oi + i);
    }
    for (; i < n; i++) {
      out[oi + i] = x[xi + i] - first - second;
    }
  }

  /// out = x·number
  static void multiply(float number, float[] x, int xi, float[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector.fromArray(SPECIES, x, xi + i).mul(number).intoArray(out, oi + i);
    }
    for (; i < n; i++) {
      out[oi + i] = x[xi + i] * number;
    }
  }

  /// The gradient of softmax with the result y, or of its logarithm.
  static void softmaxBackward(
      boolean log, float[] g, Layout gl, float[] y, Layout yl, float[] out, Layout ol) {
    int columns = gl.size(-1);
    if (areAbreast(gl, yl, ol)) {
      Float32SoftmaxAbreast.softmaxBackward(log, g, gl, y, yl, out, ol);
    } else {
      ParallelLoops.run(
          columns,
          () -> linesBackward(log, g, y, out, columns),
          starts(gl),
          starts(yl),
          starts(ol));
    }
  }

  private static Loops.Inner linesBackward(boolean log, float[] g, float[] y, float[] out, int n) {
    return (lines, start, step) -> {
      float[] dot = new float[1];
      for (int i = 0; i < lines; i++) {
        int gi = start[0] + i * step[0];
        int yi = start[1] + i * step[1];
        int oi = start[2] + i * step[2];
        if (log) {
          float sum = (float) Float32Reductions.line(ReduceOp.SUM, g, gi, 1, n);
          powers(y, yi, 0, out, oi, n);
          withoutShare(g, gi, sum, out, oi, n);
        } else {
          dot[0] = 0;
          Float32Dot.addDot(n, g, gi, y, yi, dot, 0);
          aboveMean(g, gi, dot[0], y, yi, out, oi, n);
        }
      }
    };
  }

  /// out = g − out·sum
  private static void withoutShare(float[] g, int gi, float sum, float[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector share = FloatVector.fromArray(SPECIES, out, oi + i).mul(sum);
      FloatVector.fromArray(SPECIES, g, gi + i).sub(share).intoArray(out, oi + i);
    }
    for (; i < n; i++) {
      out[oi + i] = g[gi + i] - out[oi + i] * sum;
    }
  }

  /// out = y·(g − mean)
  private static void aboveMean(
      float[] g, int gi, float mean, float[] y, int yi, float[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector excess = FloatVector.fromArray(SPECIES, g, gi + i).sub(mean);
      excess.mul(FloatVector.fromArray(SPECIES, y, yi + i)).intoArray(out, oi + i);
    }
    for (; i < n; i++) {
      out[oi + i] = y[yi + i] * (g[gi + i] - mean);
    }
  }
}
