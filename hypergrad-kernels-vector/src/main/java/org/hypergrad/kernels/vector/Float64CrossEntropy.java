package org.hypergrad.kernels.vector;

import java.util.Arrays;
import org.hypergrad.Layout;

/// Softmax with cross-entropy of float64, and its gradient.
final class Float64CrossEntropy {
  private Float64CrossEntropy() {}

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
    Float64Softmax.softmax(true, x, xl, logProbabilities, Layout.contiguous(xl.shape()));
    int classes = xl.size(1);
    for (int i = 0; i < xl.size(0); i++) {
      long label = target[tl.offset() + i * tl.stride(0)];
      boolean ignored = label == ignoreIndex;
      out[i] = ignored ? 0 : -weight(weight, label) * logProbabilities[i * classes + (int) label];
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
    Workers.parallelFor(
        rows,
        Math.max(1, ParallelLoops.GRAIN / Math.max(1, classes)),
        (from, to) -> {
          int count = (to - from) * classes;
          Float64Softmax.powers(logProbabilities, from * classes, 0, out, from * classes, count);
          for (int i = from; i < to; i++) {
            int row = i * classes;
            long label = target[tl.offset() + i * tl.stride(0)];
            if (label == ignoreIndex) {
              Arrays.fill(out, row, row + classes, 0);
            } else {
              out[row + (int) label] -= 1;
              Float64Softmax.multiply(
                  g[gl.offset() + i * gl.stride(0)] * weight(weight, label),
                  out,
                  row,
                  out,
                  row,
                  classes);
            }
          }
        });
  }

  private static double weight(double[] weight, long label) {
    return weight == null ? 1 : weight[(int) label];
  }
}
