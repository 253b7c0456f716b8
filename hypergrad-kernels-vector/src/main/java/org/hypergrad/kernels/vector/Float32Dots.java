// Generated from Float64Dots.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Inner products of one line with others, four at a time: a vector of the one meets a vector of
/// each of the four, and four sums do not wait for each other.
///
/// ```
///   x   [ x0 x1 x2 x3 ]  x4 x5 ...
///          times
///   y0  [ .. .. .. .. ]  .. ..          adds to the lanes of sum 0
///   y1  [ .. .. .. .. ]  .. ..                            sum 1
///   y2  [ .. .. .. .. ]  .. ..                            sum 2
///   y3  [ .. .. .. .. ]  .. ..                            sum 3
/// ```
///
/// The sum of a line does not depend on the others beside it.
final class Float32Dots {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many lines are multiplied at once.
  static final int LINES = 4;

  private final float[] lanes = new float[LINES * LANES];

  /// out\[to + i·toStep\] += the sum of x\[xi + p\]·y\[yi + i·yStep + p\] over p < n, for i < lines
  ///
  /// @param lines from 1 to [#LINES]
  void addDots(
      int lines,
      int n,
      float[] x,
      int xi,
      float[] y,
      int yi,
      int yStep,
      float[] out,
      int to,
      int toStep) {
    int last = yi + (lines - 1) * yStep;
    addUp(n, x, xi, y, yi, Math.min(yi + yStep, last), Math.min(yi + 2 * yStep, last), last);
    for (int i = 0; i < lines; i++) {
      int line = i == lines - 1 ? LINES - 1 : i;
      float sum = 0;
      for (int lane = 0; lane < LANES; lane++) { // reduceLanes(ADD) promises no order
        sum += lanes[line * LANES + lane];
      }
      out[to + i * toStep] += sum;
    }
  }

  private void addUp(int n, float[] x, int xi, float[] y, int y0, int y1, int y2, int y3) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int p = 0;
    for (; p <= n - LANES; p += LANES) {
      FloatVector a = FloatVector.fromArray(SPECIES, x, xi + p);
      sum0 = a.fma(FloatVector.fromArray(SPECIES, y, y0 + p), sum0);
      sum1 = a.fma(FloatVector.fromArray(SPECIES, y, y1 + p), sum1);
      sum2 = a.fma(FloatVector.fromArray(SPECIES, y, y2 + p), sum2);
      sum3 = a.fma(FloatVector.fromArray(SPECIES, y, y3 + p), sum3);
    }
    if (p < n) {
      VectorMask<Float> rest = SPECIES.indexInRange(p, n);
      FloatVector a = FloatVector.fromArray(SPECIES, x, xi + p, rest);
      sum0 = a.fma(FloatVector.fromArray(SPECIES, y, y0 + p, rest), sum0);
      sum1 = a.fma(FloatVector.fromArray(SPECIES, y, y1 + p, rest), sum1);
      sum2 = a.fma(FloatVector.fromArray(SPECIES, y, y2 + p, rest), sum2);
      sum3 = a.fma(FloatVector.fromArray(SPECIES, y, y3 + p, rest), sum3);
    }
    sum0.intoArray(lanes, 0);
    sum1.intoArray(lanes, LANES);
    sum2.intoArray(lanes, 2 * LANES);
    sum3.intoArray(lanes, 3 * LANES);
  }
}
