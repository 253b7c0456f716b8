// Generated from Float64Extremes.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The largest and the smallest of float32 elements that lie side by side: NaN if there is one, and
/// −0 is less than 0. Eight vectors at a time, for the reasons that [Float32Reductions] has.
final class Float32Extremes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float32Extremes() {}

  /// The largest of `n` elements; −∞ if there is none.
  static float max(float[] x, int from, int n) {
    FloatVector a = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector e = a;
    FloatVector f = a;
    FloatVector g = a;
    FloatVector h = a;
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
    FloatVector lanes = a.max(b).max(c.max(d)).max(e.max(f).max(g.max(h)));
    float max = lanes.reduceLanes(MAX);
    for (; i < n; i++) {
      max = Math.max(max, x[from + i]);
    }
    return max;
  }

  /// The smallest of `n` elements; ∞ if there is none.
  static float min(float[] x, int from, int n) {
    FloatVector a = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector e = a;
    FloatVector f = a;
    FloatVector g = a;
    FloatVector h = a;
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
    FloatVector lanes = a.min(b).min(c.min(d)).min(e.min(f).min(g.min(h)));
    float min = lanes.reduceLanes(MIN);
    for (; i < n; i++) {
      min = Math.min(min, x[from + i]);
    }
    return min;
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }
}
