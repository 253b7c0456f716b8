// Generated from Float64Softmax.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.Loops;

/// Softmax of float32 and its company, one row at a time. The largest number is subtracted first,
/// which changes nothing but keeps the exponentials finite. A row of −∞ only gives NaN.
final class Float32Softmax {
  private Float32Softmax() {}

  /// Softmax, or its logarithm, along the last dimension.
  static void softmax(boolean log, float[] x, Layout xl, float[] out) {
    Layout matrix = xl.rank() == 0 ? xl.reshape(Shape.of(1)) : xl;
    int columns = matrix.size(-1);
    int stride = matrix.stride(-1);
    Layout rows = matrix.select(matrix.rank() - 1, 0);
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int from = start[0] + i * step[0];
            int to = (start[1] + i * step[1]) * columns;
            if (log) {
              logSoftmaxRow(columns, x, from, stride, out, to);
            } else {
              softmaxRow(columns, x, from, stride, out, to);
            }
          }
        },
        rows,
        Layout.contiguous(rows.shape()));
  }

  private static void softmaxRow(int n, float[] x, int from, int step, float[] out, int to) {
    double max = max(n, x, from, step);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double power = Math.exp(x[from + i * step] - max);
      out[to + i] = (float) power;
      sum += power;
    }
    for (int i = 0; i < n; i++) {
      out[to + i] = (float) (out[to + i] / sum);
    }
  }

  private static void logSoftmaxRow(int n, float[] x, int from, int step, float[] out, int to) {
    double max = max(n, x, from, step);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(x[from + i * step] - max);
    }
    double logSum = Math.log(sum);
    for (int i = 0; i < n; i++) {
      out[to + i] = (float) (x[from + i * step] - max - logSum);
    }
  }

  private static double max(int n, float[] x, int from, int step) {
    double max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[from + i * step]);
    }
    return max;
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
      if (label == ignoreIndex) {
        out[i] = 0;
      } else {
        out[i] = (float) (-weight(weight, label) * logProbabilities[i * classes + (int) label]);
      }
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
    for (int i = 0; i < rows; i++) {
      int row = i * classes;
      long label = target[tl.offset() + i * tl.stride(0)];
      if (label == ignoreIndex) {
        Arrays.fill(out, row, row + classes, 0);
        continue;
      }
      double scale = g[gl.offset() + i * gl.stride(0)] * weight(weight, label);
      for (int c = 0; c < classes; c++) {
        out[row + c] =
            (float) (scale * (Math.exp(logProbabilities[row + c]) - (c == label ? 1 : 0)));
      }
    }
  }

  private static double weight(float[] weight, long label) {
    return weight == null ? 1 : weight[(int) label];
  }
}
