package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The largest and the smallest of float64 elements that lie side by side: NaN if there is one, and
/// −0 is less than 0. Eight vectors at a time, for the reasons that [Float64Reductions] has.
final class Float64Extremes {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float64Extremes() {}

  /// The largest of `n` elements; −∞ if there is none.
  static double max(double[] x, int from, int n) {
    DoubleVector a = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    DoubleVector e = a;
    DoubleVector f = a;
    DoubleVector g = a;
    DoubleVector h = a;
    int i = 0;
    for (; i <= n - 8 * LANES; i += 8 * LANES) {
      a = a.max(load(x, from + i));
      b = b.max(load(x, from + i + LANES));
      c = c.max(load(x, from + i + 2 * LANES));
      d = d.max(load(x, from + i + 3 * LANES));
      e = e.max(load(x, from + i + 4 * LANES));
      f = f.max(load(x, from + i + 5 * LANES));
      g = g.max(load(x, from + i + 6 * LANES));
      h = h.max(load(x, from + i + 7 * LANES));
    }
    for (; i <= n - LANES; i += LANES) {
      a = a.max(load(x, from + i));
    }
    DoubleVector lanes = a.max(b).max(c.max(d)).max(e.max(f).max(g.max(h)));
    double max = lanes.reduceLanes(MAX);
    for (; i < n; i++) {
      max = Math.max(max, x[from + i]);
    }
    return max;
  }

  /// The smallest of `n` elements; ∞ if there is none.
  static double min(double[] x, int from, int n) {
    DoubleVector a = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    DoubleVector e = a;
    DoubleVector f = a;
    DoubleVector g = a;
    DoubleVector h = a;
    int i = 0;
    for (; i <= n - 8 * LANES; i += 8 * LANES) {
      a = a.min(load(x, from + i));
      b = b.min(load(x, from + i + LANES));
      c = c.min(load(x, from + i + 2 * LANES));
      d = d.min(load(x, from + i + 3 * LANES));
      e = e.min(load(x, from + i + 4 * LANES));
      f = f.min(load(x, from + i + 5 * LANES));
      g = g.min(load(x, from + i + 6 * LANES));
      h = h.min(load(x, from + i + 7 * LANES));
    }
    for (; i <= n - LANES; i += LANES) {
      a = a.min(load(x, from + i));
    }
    DoubleVector lanes = a.min(b).min(c.min(d)).min(e.min(f).min(g.min(h)));
    double min = lanes.reduceLanes(MIN);
    for (; i < n; i++) {
      min = Math.min(min, x[from + i]);
    }
    return min;
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }
}
