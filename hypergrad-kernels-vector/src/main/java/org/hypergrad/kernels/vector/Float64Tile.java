package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
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
final class Float64Tile {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
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
  static final Float64Matrix ZERO = new Float64Matrix(new double[COLUMNS], 0, ROWS, COLUMNS, 0, 1);

  private Float64Tile() {}

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
  static void multiply(Float64Matrix a, Float64Matrix b, Float64Matrix s, Float64Matrix c) {
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
      double[] a,
      int ai,
      int aRow,
      int aStep,
      double[] b,
      int bi,
      int bStep,
      double[] s,
      int si,
      int sStep,
      double[] c,
      int ci,
      int cStep) {
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

  private static void multiplyNarrow(
      int k,
      double[] a,
      int ai,
      int aRow,
      int aStep,
      double[] b,
      int bi,
      int bStep,
      double[] s,
      int si,
      int sStep,
      double[] c,
      int ci,
      int cStep) {
    int a2Row = 2 * aRow;
    int a3Row = 3 * aRow;
    DoubleVector c00 = load(s, si);
    DoubleVector c01 = load(s, si + LANES);
    DoubleVector c10 = load(s, si + sStep);
    DoubleVector c11 = load(s, si + sStep + LANES);
    DoubleVector c20 = load(s, si + 2 * sStep);
    DoubleVector c21 = load(s, si + 2 * sStep + LANES);
    DoubleVector c30 = load(s, si + 3 * sStep);
    DoubleVector c31 = load(s, si + 3 * sStep + LANES);
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = load(b, bi);
      DoubleVector b1 = load(b, bi + LANES);
      DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[ai + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[ai + a2Row]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[ai + a3Row]);
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
  static void copyRows(Float64Matrix from, double[] to) {
    double[] array = from.array();
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

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }
}
