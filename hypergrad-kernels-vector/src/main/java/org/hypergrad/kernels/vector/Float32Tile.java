// Generated from Float64Tile.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost part of matrix multiplication: a small tile of C = S + A·B, held in registers
/// while it adds up.
///
/// ```
///                         four vectors wide
///                     +-----+-----+-----+-----+
///     row p of B      | b0  | b1  | b2  | b3  |      read as vectors
///                     +-----+-----+-----+-----+
///
///     a(0,p)  times   | c00 | c01 | c02 | c03 |
///     a(1,p)          | c10 | c11 | c12 | c13 |
///     a(2,p)          | c20 | c21 | c22 | c23 |      the tile: 16 vectors
///     a(3,p)          | c30 | c31 | c32 | c33 |
///      |
///     column p of A: each number is spread over a vector
/// ```
///
/// Each p needs 8 loads for 16 fused multiply-adds, none of which waits for another, so that the
/// multipliers are always busy. The 16 sums, with a row of B and a number of A, take 21 vector
/// registers. Where there are only 16, and for the last columns of C, a tile is two vectors wide.
///
/// What C2, the JVM's compiler, makes of a loop like this one is at full speed only while all that
/// it counts and points with fits into the other registers, too. Therefore rows of A are found by
/// their distances from the first, and there are 4 of them, not 6.
final class Float32Tile {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// On x86 those of AVX-512 are 32 registers, the others 16.
  private static final boolean MANY_REGISTERS =
      SPECIES.vectorBitSize() >= 512 || System.getProperty("os.arch").equals("aarch64");

  /// How many rows a tile has.
  static final int ROWS = 4;

  /// How many columns a tile has at most.
  static final int COLUMNS = (MANY_REGISTERS ? 4 : 2) * LANES;

  /// How many columns a tile has at least.
  static final int NARROW = 2 * LANES;

  /// The longest sum, for C2 compiles a loop of more than 1000 rounds as two, one around the other
  /// (`-XX:LoopStripMiningIter`), and then keeps the arrays in the wrong registers.
  static final int DEPTH = 960;

  /// A tile of zeros: one row, repeated.
  static final Float32Matrix ZERO = new Float32Matrix(new float[COLUMNS], 0, ROWS, COLUMNS, 0, 1);

  private Float32Tile() {}

  /// The width of the next tile, where some columns of C are left.
  static int width(int columns) {
    return columns > NARROW ? COLUMNS : NARROW;
  }

  /// C = S + A·B
  ///
  /// @param a rows as many as the tile's, in any layout
  /// @param b rows as wide as the tile
  /// @param s what the sums start from, in rows
  /// @param c the tile, in rows, [#NARROW] or [#COLUMNS] wide
  static void multiply(Float32Matrix a, Float32Matrix b, Float32Matrix s, Float32Matrix c) {
    if (c.columns() > NARROW) {
      multiplyWide(
          a.columns(),
          a.array(),
          a.start(),
          a.rowStep(),
          a.columnStep(),
          b.array(),
          b.start(),
          b.rowStep(),
          s.array(),
          s.start(),
          s.rowStep(),
          c.array(),
          c.start(),
          c.rowStep());
    } else {
      multiplyNarrow(
          a.columns(),
          a.array(),
          a.start(),
          a.rowStep(),
          a.columnStep(),
          b.array(),
          b.start(),
          b.rowStep(),
          s.array(),
          s.start(),
          s.rowStep(),
          c.array(),
          c.start(),
          c.rowStep());
    }
  }

  private static void multiplyWide(
      int k,
      float[] a,
      int ai,
      int aRow,
      int aStep,
      float[] b,
      int bi,
      int bStep,
      float[] s,
      int si,
      int sStep,
      float[] c,
      int ci,
      int cStep) {
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

  private static void multiplyNarrow(
      int k,
      float[] a,
      int ai,
      int aRow,
      int aStep,
      float[] b,
      int bi,
      int bStep,
      float[] s,
      int si,
      int sStep,
      float[] c,
      int ci,
      int cStep) {
    int a2Row = 2 * aRow;
    int a3Row = 3 * aRow;
    FloatVector c00 = load(s, si);
    FloatVector c01 = load(s, si + LANES);
    FloatVector c10 = load(s, si + sStep);
    FloatVector c11 = load(s, si + sStep + LANES);
    FloatVector c20 = load(s, si + 2 * sStep);
    FloatVector c21 = load(s, si + 2 * sStep + LANES);
    FloatVector c30 = load(s, si + 3 * sStep);
    FloatVector c31 = load(s, si + 3 * sStep + LANES);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = load(b, bi);
      FloatVector b1 = load(b, bi + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + a2Row]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + a3Row]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      ai += aStep;
      bi += bStep;
    }
    c00.intoArray(c, ci);
    c01.intoArray(c, ci + LANES);
    c10.intoArray(c, ci + cStep);
    c11.intoArray(c, ci + cStep + LANES);
    c20.intoArray(c, ci + 2 * cStep);
    c21.intoArray(c, ci + 2 * cStep + LANES);
    c30.intoArray(c, ci + 3 * cStep);
    c31.intoArray(c, ci + 3 * cStep + LANES);
  }

  /// Copies rows as wide as a tile, which lie apart, one behind the other.
  static void copyRows(Float32Matrix from, float[] to) {
    float[] array = from.array();
    int at = from.start();
    int end = 0;
    for (int row = 0; row < from.rows(); row++) {
      for (int column = 0; column < from.columns(); column += LANES) {
        load(array, at + column).intoArray(to, end);
        end += LANES;
      }
      at += from.rowStep();
    }
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }
}
