package org.hypergrad.ops.basic.kernels;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;

/// The kernels that make one float64 number out of many.
final class Float64Reductions {
  /// Up to this length a sum is added up from left to right.
  private static final int BLOCK = 128;

  private Float64Reductions() {}

  /// Reduces the dimensions of x behind the first `kept` ones.
  static void reduce(ReduceOp op, double[] x, Layout xl, int kept, double[] out) {
    ReductionLayouts layouts = ReductionLayouts.of(xl, kept);
    switch (op) {
      case SUM -> sum(x, layouts, out);
      case MAX -> max(x, layouts, out);
      case MIN -> min(x, layouts, out);
    }
  }

  private static void sum(double[] x, ReductionLayouts layouts, double[] out) {
    double[] sums = sums(x, layouts);
    for (int i = 0; i < sums.length; i++) {
      out[i] = sums[i];
    }
  }

  private static double[] sums(double[] x, ReductionLayouts layouts) {
    double[] sums = new double[layouts.results()];
    Loops.run(
        (n, start, step) -> {
          if (step[1] == 0) {
            sums[start[1]] += pairwiseSum(n, x, start[0], step[0]);
          } else {
            add(n, x, start[0], step[0], sums, start[1]);
          }
        },
        layouts.x(),
        layouts.out());
    return sums;
  }

  /// out = Σ (x − mean)² / divisor over the dimensions behind the first `kept` ones.
  static void variance(double[] x, Layout xl, int kept, double divisor, double[] out) {
    ReductionLayouts layouts = ReductionLayouts.of(xl, kept);
    double[] sums = sumsOfSquares(x, layouts, sums(x, layouts), xl.numel());
    for (int i = 0; i < sums.length; i++) {
      out[i] = sums[i] / divisor;
    }
  }

  /// Σ (x − mean)², where `sumsOfAll` are the sums of all `numel` elements.
  private static double[] sumsOfSquares(
      double[] x, ReductionLayouts layouts, double[] sumsOfAll, int numel) {
    double[] sums = new double[layouts.results()];
    double count = (double) numel / sums.length;
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int to = start[1] + i * step[1];
            double deviation = x[start[0] + i * step[0]] - sumsOfAll[to] / count;
            sums[to] += deviation * deviation;
          }
        },
        layouts.x(),
        layouts.out());
    return sums;
  }

  /// Adds the sums of both halves, so that rounding errors grow with the logarithm of `n`.
  private static double pairwiseSum(int n, double[] x, int from, int step) {
    if (n > BLOCK) {
      int half = n / 2;
      return pairwiseSum(half, x, from, step) + pairwiseSum(n - half, x, from + half * step, step);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[from + i * step];
    }
    return sum;
  }

  private static void add(int n, double[] x, int from, int step, double[] sums, int to) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        sums[to + i] += x[from + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        sums[to + i] += x[from + i * step];
      }
    }
  }

  private static void max(double[] x, ReductionLayouts layouts, double[] out) {
    Arrays.fill(out, 0, layouts.results(), Double.NEGATIVE_INFINITY);
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int to = start[1] + i * step[1];
            out[to] = Math.max(out[to], x[start[0] + i * step[0]]);
          }
        },
        layouts.x(),
        layouts.out());
  }

  private static void min(double[] x, ReductionLayouts layouts, double[] out) {
    Arrays.fill(out, 0, layouts.results(), Double.POSITIVE_INFINITY);
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int to = start[1] + i * step[1];
            out[to] = Math.min(out[to], x[start[0] + i * step[0]]);
          }
        },
        layouts.x(),
        layouts.out());
  }

  /// Where the largest or smallest element stands among those of its result.
  static void argReduce(ReduceOp op, double[] x, Layout xl, int kept, long[] positions) {
    ReductionLayouts layouts = ReductionLayouts.of(xl, kept);
    double[] best = new double[layouts.results()];
    Arrays.fill(best, op == ReduceOp.MAX ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    Arrays.fill(positions, 0, layouts.results(), 0);
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int to = start[1] + i * step[1];
            double element = x[start[0] + i * step[0]];
            if (isBetter(op, element, best[to])) {
              best[to] = element;
              positions[to] = start[2] + i * step[2];
            }
          }
        },
        layouts.x(),
        layouts.out(),
        layouts.position());
  }

  private static boolean isBetter(ReduceOp op, double element, double best) {
    boolean beyond = op == ReduceOp.MAX ? element > best : element < best;
    return beyond || Double.isNaN(element) && !Double.isNaN(best);
  }

  /// out\[..index\[..i..\]..\] += x\[..i..\] along `dim`
  static void scatterAdd(
      double[] x, Layout xl, int dim, long[] index, Layout il, double[] out, Layout ol) {
    int stride = Lines.stride(ol, dim);
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int along = (int) index[start[1] + i * step[1]];
            out[start[2] + i * step[2] + along * stride] += x[start[0] + i * step[0]];
          }
        },
        xl,
        il,
        Lines.starts(ol, dim, xl.shape()));
  }
}
