package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;

/// Softmax of float64, and its gradient, one line after the other. Short lines, and those whose
/// elements lie apart, go through [Float64SoftmaxAbreast].
///
/// The largest number of a line is subtracted, which changes nothing but keeps the exponentials
/// finite; then these are taken, added up, and divided by their sum. A line of −∞ only gives NaN.
final class Float64Softmax {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many exponentials or products are kept until they are added up.
  private static final int BLOCK = 2048;

  private Float64Softmax() {}

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
  static void softmax(boolean log, double[] x, Layout xl, double[] out, Layout ol) {
    int columns = xl.size(-1);
    if (areAbreast(xl, ol)) {
      Float64SoftmaxAbreast.softmax(log, x, xl, out, ol);
    } else {
      ParallelLoops.run(
          columns,
          () -> log ? logarithms(x, out, columns) : lines(x, out, columns),
          starts(xl),
          starts(ol));
    }
  }

  // Apart from each other: the exponentials of both are more than the compiler looks into.

  private static Loops.Inner lines(double[] x, double[] out, int columns) {
    return (n, start, step) -> {
      for (int i = 0; i < n; i++) {
        int from = start[0] + i * step[0];
        int to = start[1] + i * step[1];
        double max = Float64Reductions.line(ReduceOp.MAX, x, from, 1, columns);
        double sum = powersAndSum(x, from, max, out, to, columns);
        multiply(1 / sum, out, to, out, to, columns);
      }
    };
  }

  private static Loops.Inner logarithms(double[] x, double[] out, int columns) {
    double[] buffer = new double[Math.min(BLOCK, columns)];
    return (n, start, step) -> {
      for (int i = 0; i < n; i++) {
        int from = start[0] + i * step[0];
        double max = Float64Reductions.line(ReduceOp.MAX, x, from, 1, columns);
        double sum = sumOfPowers(x, from, max, buffer, columns);
        subtract(max, Math.log(sum), x, from, out, start[1] + i * step[1], columns);
      }
    };
  }

  /// Σ e^(x − max)
  private static double sumOfPowers(double[] x, int from, double max, double[] buffer, int n) {
    double sum = 0;
    for (int i = 0; i < n; i += BLOCK) {
      sum += powersAndSum(x, from + i, max, buffer, 0, Math.min(BLOCK, n - i));
    }
    return sum;
  }

  /// out = e^(x − max), and their sum.
  private static double powersAndSum(
      double[] x, int from, double max, double[] out, int to, int n) {
    double sum = 0;
    for (int i = 0; i < n; i += BLOCK) {
      int some = Math.min(BLOCK, n - i);
      powers(x, from + i, max, out, to + i, some);
      sum += Float64Reductions.line(ReduceOp.SUM, out, to + i, 1, some);
    }
    return sum;
  }

  /// out = e^(x − max), where that is at most 1.
  static void powers(double[] x, int xi, double max, double[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i).sub(max);
      Float64Functions.expOfNegative(v).intoArray(out, oi + i);
    }
    if (i < n) {
      VectorMask<Double> rest = SPECIES.indexInRange(i, n);
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i, rest).sub(max);
      Float64Functions.expOfNegative(v).intoArray(out, oi + i, rest);
    }
  }

  /// out = x − first − second
  private static void subtract(
      double first, double second, double[] x, int xi, double[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i).sub(first);
      v.sub(second).intoArray(out, oi + i);
    }
    for (; i < n; i++) {
      out[oi + i] = x[xi + i] - first - second;
    }
  }

  /// out = x·number
  static void multiply(double number, double[] x, int xi, double[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector.fromArray(SPECIES, x, xi + i).mul(number).intoArray(out, oi + i);
    }
    for (; i < n; i++) {
      out[oi + i] = x[xi + i] * number;
    }
  }

  /// The gradient of softmax with the result y, or of its logarithm.
  static void softmaxBackward(
      boolean log, double[] g, Layout gl, double[] y, Layout yl, double[] out, Layout ol) {
    int columns = gl.size(-1);
    if (areAbreast(gl, yl, ol)) {
      Float64SoftmaxAbreast.softmaxBackward(log, g, gl, y, yl, out, ol);
    } else {
      ParallelLoops.run(
          columns,
          () -> linesBackward(log, g, y, out, columns),
          starts(gl),
          starts(yl),
          starts(ol));
    }
  }

  private static Loops.Inner linesBackward(
      boolean log, double[] g, double[] y, double[] out, int n) {
    return (lines, start, step) -> {
      double[] dot = new double[1];
      for (int i = 0; i < lines; i++) {
        int gi = start[0] + i * step[0];
        int yi = start[1] + i * step[1];
        int oi = start[2] + i * step[2];
        if (log) {
          double sum = Float64Reductions.line(ReduceOp.SUM, g, gi, 1, n);
          powers(y, yi, 0, out, oi, n);
          withoutShare(g, gi, sum, out, oi, n);
        } else {
          dot[0] = 0;
          Float64Dot.addDot(n, g, gi, y, yi, dot, 0);
          aboveMean(g, gi, dot[0], y, yi, out, oi, n);
        }
      }
    };
  }

  /// out = g − out·sum
  private static void withoutShare(double[] g, int gi, double sum, double[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector share = DoubleVector.fromArray(SPECIES, out, oi + i).mul(sum);
      DoubleVector.fromArray(SPECIES, g, gi + i).sub(share).intoArray(out, oi + i);
    }
    for (; i < n; i++) {
      out[oi + i] = g[gi + i] - out[oi + i] * sum;
    }
  }

  /// out = y·(g − mean)
  private static void aboveMean(
      double[] g, int gi, double mean, double[] y, int yi, double[] out, int oi, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector excess = DoubleVector.fromArray(SPECIES, g, gi + i).sub(mean);
      excess.mul(DoubleVector.fromArray(SPECIES, y, yi + i)).intoArray(out, oi + i);
    }
    for (; i < n; i++) {
      out[oi + i] = y[yi + i] * (g[gi + i] - mean);
    }
  }
}
