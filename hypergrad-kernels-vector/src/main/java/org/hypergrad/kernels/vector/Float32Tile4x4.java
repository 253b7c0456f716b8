// Generated from Float64Tile4x4.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A [Float32Tile] of 4 rows by 4 vectors.
final class Float32Tile4x4 {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float32Tile4x4() {}

  /// C = S + A·B, from `row` on.
  static void multiply(
      int row, Float32Matrix a, Float32Matrix b, Float32Matrix s, Float32Matrix c) {
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
      float[] s,
      int si,
      int sStep,
      float[] c,
      int ci,
      int cStep,
      float[] a,
      int ai,
      int aRow,
      int aStep,
      float[] b,
      int bi,
      int bStep) {
    int a2Row = 2 * aRow;
    int a3Row = 3 * aRow;
    FloatVector c00 = load(s, si);
    FloatVector c01 = load(s, si + LANES);
    FloatVector c02 = load(s, si + 2 * LANES);
    FloatVector c03 = load(s, si + 3 * LANES);
    FloatVector c10 = load(s, si + sStep);
    FloatVector c11 = load(s, si + sStep + LANES);
    FloatVector c12 = load(s, si + sStep + 2 * LANES);
    FloatVector c13 = load(s, si + sStep + 3 * LANES);
    FloatVector c20 = load(s, si + 2 * sStep);
    FloatVector c21 = load(s, si + 2 * sStep + LANES);
    FloatVector c22 = load(s, si + 2 * sStep + 2 * LANES);
    FloatVector c23 = load(s, si + 2 * sStep + 3 * LANES);
    FloatVector c30 = load(s, si + 3 * sStep);
    FloatVector c31 = load(s, si + 3 * sStep + LANES);
    FloatVector c32 = load(s, si + 3 * sStep + 2 * LANES);
    FloatVector c33 = load(s, si + 3 * sStep + 3 * LANES);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = load(b, bi);
      FloatVector b1 = load(b, bi + LANES);
      FloatVector b2 = load(b, bi + 2 * LANES);
      FloatVector b3 = load(b, bi + 3 * LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      c03 = a0.fma(b3, c03);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      c13 = a1.fma(b3, c13);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + a2Row]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      c23 = a2.fma(b3, c23);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + a3Row]);
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

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }
}
