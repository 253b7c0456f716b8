package org.hypergrad.viz.chart;

import java.util.Arrays;

/// How many values lie in each of some equal intervals.
///
/// @param low where the first begins
/// @param high where the last ends, which belongs to it
/// @param counts of values in each; none if there are no values
record Bins(double low, double high, int[] counts) {
  /// What a screen can show.
  private static final int MOST = 200;

  /// The bins of finite values in ascending order.
  static Bins of(double[] sorted, int count) {
    if (sorted.length == 0) {
      return new Bins(0, 1, new int[0]);
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    if (low == high) {
      return new Bins(low, high, new int[] {sorted.length});
    }
    int[] counts = new int[count];
    double half = high / 2 - low / 2;
    for (double value : sorted) {
      int bin = (int) ((value / 2 - low / 2) / half * count);
      counts[Math.clamp(bin, 0, count - 1)]++;
    }
    return new Bins(low, high, counts);
  }

  /// As many bins as Freedman and Diaconis advise (1981): each `2 IQR / ∛n` wide, where IQR is the
  /// distance of the quartiles; where that is 0, Sturges' `log₂ n + 1`.
  static int advised(double[] sorted) {
    int n = sorted.length;
    if (n == 0) {
      return 1;
    }
    double spread = quantile(sorted, 0.75) / 2 - quantile(sorted, 0.25) / 2;
    double range = sorted[n - 1] / 2 - sorted[0] / 2;
    double bins = spread > 0 ? range / (2 * spread / Math.cbrt(n)) : Math.log(n) / Math.log(2) + 1;
    return (int) Math.clamp(Math.ceil(bins), 1, MOST);
  }

  /// Linear between neighbours, as PyTorch's.
  private static double quantile(double[] sorted, double part) {
    double at = part * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /// Where a bin begins.
  double edge(int bin) {
    double part = (double) bin / counts.length;
    return low * (1 - part) + high * part;
  }

  int greatest() {
    return Arrays.stream(counts).max().orElse(0);
  }
}
