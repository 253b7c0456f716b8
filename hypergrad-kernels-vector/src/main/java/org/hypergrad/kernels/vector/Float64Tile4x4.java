package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// A [Float64Tile] of 4 rows by 4 vectors.
final class Float64Tile4x4 {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float64Tile4x4() {}

  /// C = S + A·B, from `row` on.
  static void multiply(
      int row, Float64Matrix a, Float64Matrix b, Float64Matrix s, Float64Matrix c) {
    multiply(
        a.columns(),
        s.array(),
        s.place(row, 0),
        s.rowStep(),
        c.array(),
        c.place(row, 0),
        c.rowStep(),
        a.array(),
        a.place(row, 0),
        a.rowStep(),
        a.columnStep(),
        b.array(),
        b.start(),
        b.rowStep());
  }

  private static void multiply(
      int k,
      double[] s,
      int si,
      int sStep,
      double[] c,
      int ci,
      int cStep,
      double[] a,
      int ai,
      int aRow,
      int aStep,
      double[] b,
      int bi,
      int bStep) {
    int a2Row = 2 * aRow;
    int a3Row = 3 * aRow;
    DoubleVector c00 = load(s, si);
    DoubleVector c01 = load(s, si + LANES);
    DoubleVector c02 = load(s, si + 2 * LANES);
    DoubleVector c03 = load(s, si + 3 * LANES);
    DoubleVector c10 = load(s, si + sStep);
    DoubleVector c11 = load(s, si + sStep + LANES);
    DoubleVector c12 = load(s, si + sStep + 2 * LANES);
    DoubleVector c13 = load(s, si + sStep + 3 * LANES);
    DoubleVector c20 = load(s, si + 2 * sStep);
    DoubleVector c21 = load(s, si + 2 * sStep + LANES);
    DoubleVector c22 = load(s, si + 2 * sStep + 2 * LANES);
    DoubleVector c23 = load(s, si + 2 * sStep + 3 * LANES);
    DoubleVector c30 = load(s, si + 3 * sStep);
    DoubleVector c31 = load(s, si + 3 * sStep + LANES);
    DoubleVector c32 = load(s, si + 3 * sStep + 2 * LANES);
    DoubleVector c33 = load(s, si + 3 * sStep + 3 * LANES);
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
      DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      c13 = a1.fma(b3, c13);
      DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[ai + a2Row]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      c23 = a2.fma(b3, c23);
      DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[ai + a3Row]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      c33 = a3.fma(b3, c33);
      ai += aStep;
      bi += bStep;
    }
    c00.intoArray(c, ci);
    c01.intoArray(c, ci + LANES);
    c02.intoArray(c, ci + 2 * LANES);
    c03.intoArray(c, ci + 3 * LANES);
    c10.intoArray(c, ci + cStep);
    c11.intoArray(c, ci + cStep + LANES);
    c12.intoArray(c, ci + cStep + 2 * LANES);
    c13.intoArray(c, ci + cStep + 3 * LANES);
    c20.intoArray(c, ci + 2 * cStep);
    c21.intoArray(c, ci + 2 * cStep + LANES);
    c22.intoArray(c, ci + 2 * cStep + 2 * LANES);
    c23.intoArray(c, ci + 2 * cStep + 3 * LANES);
    c30.intoArray(c, ci + 3 * cStep);
    c31.intoArray(c, ci + 3 * cStep + LANES);
    c32.intoArray(c, ci + 3 * cStep + 2 * LANES);
    c33.intoArray(c, ci + 3 * cStep + 3 * LANES);
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }
}
