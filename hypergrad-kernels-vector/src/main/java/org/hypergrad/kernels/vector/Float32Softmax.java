// Generated from Float64Softmax.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;
import org.hypergrad.spi.UnaryOp;

/// Softmax of float32 and its company.
///
/// Some rows at a time, which stay in the first-level cache, go through three loops: the largest
/// number is subtracted, which changes nothing but keeps the exponentials finite; the exponentials
/// are taken; each row is divided by its sum. A row of −∞ only gives NaN.
final class Float32Softmax {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many elements go through the loops at a time, or else one row.
  private static final int BLOCK = 2048;

  private Float32Softmax() {}

  /// Softmax, or its logarithm, along the last dimension.
  static void softmax(boolean log, float[] x, Layout xl, float[] out) {
    Layout matrix = xl.rank() == 0 ? xl.reshape(Shape.of(1)) : xl;
    int columns = matrix.size(-1);
    Layout rows = matrix.select(matrix.rank() - 1, 0);
    ParallelLoops.run(
        columns,
        () -> blocks(log, x, matrix.stride(-1), columns, out),
        rows,
        Layout.contiguous(rows.shape()));
  }

  private static Loops.Inner blocks(boolean log, float[] x, int step, int columns, float[] out) {
    int rows = Math.max(1, BLOCK / Math.max(1, columns));
    return (n, starts, steps) -> {
      float[] powers = log ? new float[Math.min(n, rows) * columns] : out;
      for (int row = 0; row < n; row += rows) {
        int height = Math.min(rows, n - row);
        int to = (starts[1] + row * steps[1]) * columns;
        for (int i = 0; i < height; i++) {
          int from = starts[0] + (row + i) * steps[0];
          subtractLargest(columns, x, from, step, out, to + i * columns);
        }
        int at = log ? 0 : to;
        Float32Unary.run(UnaryOp.EXP, out, to, powers, at, height * columns);
        for (int i = 0; i < height; i++) {
          float sum =
              (float) Float32Reductions.line(ReduceOp.SUM, powers, at + i * columns, 1, columns);
          if (log) {
            subtract((float) Math.log(sum), out, to + i * columns, out, to + i * columns, columns);
          } else {
            multiply(1 / sum, out, to + i * columns, columns);
          }
        }
      }
    };
  }

  private static void subtractLargest(int n, float[] x, int from, int step, float[] out, int to) {
    float max = (float) Float32Reductions.line(ReduceOp.MAX, x, from, step, n);
    if (step == 1) {
      subtract(max, x, from, out, to, n);
    } else {
      for (int i = 0; i < n; i++) {
        out[to + i] = x[from + i * step] - max;
      }
    }
  }

  private static void subtract(float number, float[] x, int from, float[] out, int to, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector.fromArray(SPECIES, x, from + i).sub(number).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] - number;
    }
  }

  private static void multiply(float number, float[] out, int to, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector.fromArray(SPECIES, out, to + i).mul(number).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] *= number;
    }
  }

  /// logProbabilities = log-softmax(x), and out\[i\] = −weight\[target\]·logProbabilities\[i,
  /// target\]
  static void crossEntropy(
      float[] x,
      Layout xl,
      long[] target,
      Layout tl,
      float[] weight,
      long ignoreIndex,
      float[] logProbabilities,
      float[] out) {
    softmax(true, x, xl, logProbabilities);
    int classes = xl.size(1);
    for (int i = 0; i < xl.size(0); i++) {
      long label = target[tl.offset() + i * tl.stride(0)];
      boolean ignored = label == ignoreIndex;
      out[i] = ignored ? 0 : -weight(weight, label) * logProbabilities[i * classes + (int) label];
    }
  }

  /// out\[i, c\] = g\[i\]·weight\[target\]·(e^logProbabilities\[i, c\] − \[c = target\])
  static void crossEntropyBackward(
      float[] g,
      Layout gl,
      float[] logProbabilities,
      long[] target,
      Layout tl,
      float[] weight,
      long ignoreIndex,
      float[] out) {
    int rows = gl.size(0);
    int classes = rows == 0 ? 0 : out.length / rows;
    Workers.parallelFor(
        rows,
        Math.max(1, ParallelLoops.GRAIN / Math.max(1, classes)),
        (from, to) -> {
          int count = (to - from) * classes;
          Float32Unary.run(
              UnaryOp.EXP, logProbabilities, from * classes, out, from * classes, count);
          for (int i = from; i < to; i++) {
            int row = i * classes;
            long label = target[tl.offset() + i * tl.stride(0)];
            if (label == ignoreIndex) {
              Arrays.fill(out, row, row + classes, 0);
            } else {
              out[row + (int) label] -= 1;
              multiply(
                  g[gl.offset() + i * gl.stride(0)] * weight(weight, label), out, row, classes);
            }
          }
        });
  }

  private static float weight(float[] weight, long label) {
    return weight == null ? 1 : weight[(int) label];
  }
}
