// Generated from Float64Softmax.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;

/// Softmax of float32 and its company, one row at a time. The largest number is subtracted first,
/// which changes nothing but keeps the exponentials finite. A row of −∞ only gives NaN.
final class Float32Softmax {
  private Float32Softmax() {}

  /// Softmax, or its logarithm, along the last dimension.
  static void softmax(boolean log, float[] x, Layout xl, float[] out, Layout ol) {
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int from = start[0] + i * step[0];
            int to = start[1] + i * step[1];
            if (log) {
              logSoftmaxRow(xl.size(-1), x, from, xl.stride(-1), out, to, ol.stride(-1));
            } else {
              softmaxRow(xl.size(-1), x, from, xl.stride(-1), out, to, ol.stride(-1));
            }
          }
        },
        rows(xl),
        rows(ol));
  }

  /// Where the rows begin.
  private static Layout rows(Layout layout) {
    return layout.select(layout.rank() - 1, 0);
  }

  private static void softmaxRow(
      int n, float[] x, int from, int step, float[] out, int to, int outStep) {
    double max = max(n, x, from, step);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double power = Math.exp(x[from + i * step] - max);
      out[to + i * outStep] = (float) power;
      sum += power;
    }
    for (int i = 0; i < n; i++) {
      out[to + i * outStep] = (float) (out[to + i * outStep] / sum);
    }
  }

  private static void logSoftmaxRow(
      int n, float[] x, int from, int step, float[] out, int to, int outStep) {
    double max = max(n, x, from, step);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(x[from + i * step] - max);
    }
    double logSum = Math.log(sum);
    for (int i = 0; i < n; i++) {
      out[to + i * outStep] = (float) (x[from + i * step] - max - logSum);
    }
  }

  private static double max(int n, float[] x, int from, int step) {
    double max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[from + i * step]);
    }
    return max;
  }

  /// out = y·(g − Σ g·y), or g − eʸ·Σ g for the logarithm, with sums along the last dimension
  static void softmaxBackward(
      boolean log, float[] g, Layout gl, float[] y, Layout yl, float[] out, Layout ol) {
    int columns = gl.size(-1);
    int gStep = gl.stride(-1);
    int yStep = yl.stride(-1);
    int outStep = ol.stride(-1);
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int gRow = start[0] + i * step[0];
            int yRow = start[1] + i * step[1];
            int row = start[2] + i * step[2];
            double sum = 0;
            for (int c = 0; c < columns; c++) {
              double gradient = g[gRow + c * gStep];
              sum += log ? gradient : gradient * y[yRow + c * yStep];
            }
            for (int c = 0; c < columns; c++) {
              double gradient = g[gRow + c * gStep];
              double result = y[yRow + c * yStep];
              out[row + c * outStep] =
                  (float) (log ? gradient - Math.exp(result) * sum : result * (gradient - sum));
            }
          }
        },
        rows(gl),
        rows(yl),
        rows(ol));
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
    softmax(true, x, xl, logProbabilities, Layout.contiguous(xl.shape()));
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
