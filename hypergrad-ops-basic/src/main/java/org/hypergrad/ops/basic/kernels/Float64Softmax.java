package org.hypergrad.ops.basic.kernels;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.Loops;

/// Softmax of float64 and its company, one row at a time. The largest number is subtracted first,
/// which changes nothing but keeps the exponentials finite. A row of −∞ only gives NaN.
final class Float64Softmax {
  private Float64Softmax() {}

  /// Softmax, or its logarithm, along the last dimension.
  static void softmax(boolean log, double[] x, Layout xl, double[] out) {
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

  private static void softmaxRow(int n, double[] x, int from, int step, double[] out, int to) {
    double max = max(n, x, from, step);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double power = Math.exp(x[from + i * step] - max);
      out[to + i] = power;
      sum += power;
    }
    for (int i = 0; i < n; i++) {
      out[to + i] = out[to + i] / sum;
    }
  }

  private static void logSoftmaxRow(int n, double[] x, int from, int step, double[] out, int to) {
    double max = max(n, x, from, step);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(x[from + i * step] - max);
    }
    double logSum = Math.log(sum);
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i * step] - max - logSum;
    }
  }

  private static double max(int n, double[] x, int from, int step) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[from + i * step]);
    }
    return max;
  }

  /// logProbabilities = log-softmax(x), and out\[i\] = −weight\[target\]·logProbabilities\[i,
  /// target\]
  static void crossEntropy(
      double[] x,
      Layout xl,
      long[] target,
      Layout tl,
      double[] weight,
      long ignoreIndex,
      double[] logProbabilities,
      double[] out) {
    softmax(true, x, xl, logProbabilities);
    int classes = xl.size(1);
    for (int i = 0; i < xl.size(0); i++) {
      long label = target[tl.offset() + i * tl.stride(0)];
      if (label == ignoreIndex) {
        out[i] = 0;
      } else {
        out[i] = -weight(weight, label) * logProbabilities[i * classes + (int) label];
      }
    }
  }

  /// out\[i, c\] = g\[i\]·weight\[target\]·(e^logProbabilities\[i, c\] − \[c = target\])
  static void crossEntropyBackward(
      double[] g,
      Layout gl,
      double[] logProbabilities,
      long[] target,
      Layout tl,
      double[] weight,
      long ignoreIndex,
      double[] out) {
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
        out[row + c] = scale * (Math.exp(logProbabilities[row + c]) - (c == label ? 1 : 0));
      }
    }
  }

  private static double weight(double[] weight, long label) {
    return weight == null ? 1 : weight[(int) label];
  }
}
