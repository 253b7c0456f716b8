// Generated from Float64Tile1x3.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A [Float32Tile] of 1 row by 3 vectors.
final class Float32Tile1x3 {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float32Tile1x3() {}

  /// C = S + A·B, from `row` on.
  static void multiply(
      int row, Float32Matrix a, Float32Matrix b, Float32Matrix s, Float32Matrix c) {
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
      float[] s,
      int si,
      float[] c,
      int ci,
      float[] a,
      int ai,
      int aStep,
      float[] b,
      int bi,
      int bStep) {
    FloatVector c00 = load(s, si);
    FloatVector c01 = load(s, si + LANES);
    FloatVector c02 = load(s, si + 2 * LANES);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = load(b, bi);
      FloatVector b1 = load(b, bi + LANES);
      FloatVector b2 = load(b, bi + 2 * LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      ai += aStep;
      bi += bStep;
    }
    c00.intoArray(c, ci);
    c01.intoArray(c, ci + LANES);
    c02.intoArray(c, ci + 2 * LANES);
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }
}
