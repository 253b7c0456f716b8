package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost part of matrix multiplication: a small tile of C = A·B, held in registers while it
/// adds up.
///
/// ```
///                      two vectors wide
///                     +-------+-------+
///     row p of B      |   b0  |   b1  |      read as vectors
///                     +-------+-------+
///
///     a(0,p)  times   | c00   | c01   |
///     a(1,p)          | c10   | c11   |
///     a(2,p)          | c20   | c21   |      the tile: 12 vectors
///     a(3,p)          | c30   | c31   |
///     a(4,p)          | c40   | c41   |
///     a(5,p)          | c50   | c51   |
///      |
///     column p of A: each number is spread over a vector
/// ```
///
/// Each p needs 8 loads for 12 fused multiply-adds, none of which waits for another, so that the
/// multipliers are always busy. The 12 sums, with a row of B and a number of A, fit the 16 vector
/// registers of AVX2; machines with 32 registers gain nothing steady from a larger tile.
final class Float64Tile {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many rows a tile has.
  static final int ROWS = 6;

  /// How many columns a tile has.
  static final int COLUMNS = 2 * LANES;

  /// A tile of zeros: one row, repeated.
  static final Float64Matrix ZERO = new Float64Matrix(new double[COLUMNS], 0, ROWS, COLUMNS, 0, 1);

  private Float64Tile() {}

  /// C = S + A·B
  ///
  /// @param a 6 rows
  /// @param b a panel: rows of a tile's width, one behind the other
  /// @param s what the sums start from, in rows
  /// @param c the tile, in rows
  static void multiply(Float64Matrix a, double[] b, Float64Matrix s, Float64Matrix c) {
    multiply(
        a.columns(),
        a.array(),
        a.start(),
        a.rowStep(),
        b,
        s.array(),
        s.start(),
        s.rowStep(),
        c.array(),
        c.start(),
        c.rowStep());
  }

  private static void multiply(
      int k,
      double[] a,
      int i0,
      int aStep,
      double[] b,
      double[] s,
      int si,
      int sStep,
      double[] c,
      int ci,
      int cStep) {
    int i1 = i0 + aStep;
    int i2 = i1 + aStep;
    int i3 = i2 + aStep;
    int i4 = i3 + aStep;
    int i5 = i4 + aStep;
    DoubleVector c00 = load(s, si);
    DoubleVector c01 = load(s, si + LANES);
    DoubleVector c10 = load(s, si + sStep);
    DoubleVector c11 = load(s, si + sStep + LANES);
    DoubleVector c20 = load(s, si + 2 * sStep);
    DoubleVector c21 = load(s, si + 2 * sStep + LANES);
    DoubleVector c30 = load(s, si + 3 * sStep);
    DoubleVector c31 = load(s, si + 3 * sStep + LANES);
    DoubleVector c40 = load(s, si + 4 * sStep);
    DoubleVector c41 = load(s, si + 4 * sStep + LANES);
    DoubleVector c50 = load(s, si + 5 * sStep);
    DoubleVector c51 = load(s, si + 5 * sStep + LANES);
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = load(b, p * COLUMNS);
      DoubleVector b1 = load(b, p * COLUMNS + LANES);
      DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[i0 + p]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[i1 + p]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[i2 + p]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[i3 + p]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      DoubleVector a4 = DoubleVector.broadcast(SPECIES, a[i4 + p]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      DoubleVector a5 = DoubleVector.broadcast(SPECIES, a[i5 + p]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
    }
    c00.intoArray(c, ci);
    c01.intoArray(c, ci + LANES);
    c10.intoArray(c, ci + cStep);
    c11.intoArray(c, ci + cStep + LANES);
    c20.intoArray(c, ci + 2 * cStep);
    c21.intoArray(c, ci + 2 * cStep + LANES);
    c30.intoArray(c, ci + 3 * cStep);
    c31.intoArray(c, ci + 3 * cStep + LANES);
    c40.intoArray(c, ci + 4 * cStep);
    c41.intoArray(c, ci + 4 * cStep + LANES);
    c50.intoArray(c, ci + 5 * cStep);
    c51.intoArray(c, ci + 5 * cStep + LANES);
  }

  /// Copies rows of a tile's width, which lie apart, one behind the other.
  static void copyRows(Float64Matrix from, double[] to) {
    double[] array = from.array();
    int at = from.start();
    for (int row = 0; row < from.rows(); row++) {
      load(array, at).intoArray(to, row * COLUMNS);
      load(array, at + LANES).intoArray(to, row * COLUMNS + LANES);
      at += from.rowStep();
    }
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }
}
