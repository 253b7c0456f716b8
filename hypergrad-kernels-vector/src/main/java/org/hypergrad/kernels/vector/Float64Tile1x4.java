// Generated from Float64Tile4x4.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// A [Float64Tile] of 1 row by 4 vectors.
final class Float64Tile1x4 {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float64Tile1x4() {}

  /// C = S + A·B, from `row` on.
  static void multiply(
      int row, Float64Matrix a, Float64Matrix b, Float64Matrix s, Float64Matrix c) {
    multiply(
        a.columns(),
        s.array(),
        s.place(row, 0),
        c.array(),
        c.place(row, 0),
        a.array(),
        a.place(row, 0),
        a.columnStep(),
        b.array(),
        b.start(),
        b.rowStep());
  }

  private static void multiply(
      int k,
      double[] s,
      int si,
      double[] c,
      int ci,
      double[] a,
      int ai,
      int aStep,
      double[] b,
      int bi,
      int bStep) {
    DoubleVector c00 = load(s, si);
    DoubleVector c01 = load(s, si + LANES);
    DoubleVector c02 = load(s, si + 2 * LANES);
    DoubleVector c03 = load(s, si + 3 * LANES);
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = load(b, bi);
      DoubleVector b1 = load(b, bi + LANES);
      DoubleVector b2 = load(b, bi + 2 * LANES);
      DoubleVector b3 = load(b, bi + 3 * LANES);
      DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      c03 = a0.fma(b3, c03);
      ai += aStep;
      bi += bStep;
    }
    c00.intoArray(c, ci);
    c01.intoArray(c, ci + LANES);
    c02.intoArray(c, ci + 2 * LANES);
    c03.intoArray(c, ci + 3 * LANES);
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }
}
