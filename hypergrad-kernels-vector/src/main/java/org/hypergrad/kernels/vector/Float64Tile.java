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

  /// The distance between rows of A: a constant, for the compiler, and no power of two, for a cache
  /// puts places at such distances into one set.
  static final int ROW_STEP = 400;

  private Float64Tile() {}

  /// C += A·B
  ///
  /// @param a rows, [#ROW_STEP] apart
  /// @param i the first of the 6 rows of A
  /// @param b a panel as wide as a tile
  /// @param c an array that has the tile from `ci` on, in rows `cStep` apart
  static void addProduct(double[] a, int i, Float64Matrix b, double[] c, int ci, int cStep) {
    addProduct(b.rows(), a, i * ROW_STEP, b.array(), b.start(), b.rowStep(), c, ci, cStep);
  }

  private static void addProduct(
      int k, double[] a, int ai, double[] b, int bi, int bStep, double[] c, int ci, int cStep) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector c00 = zero;
    DoubleVector c01 = zero;
    DoubleVector c10 = zero;
    DoubleVector c11 = zero;
    DoubleVector c20 = zero;
    DoubleVector c21 = zero;
    DoubleVector c30 = zero;
    DoubleVector c31 = zero;
    DoubleVector c40 = zero;
    DoubleVector c41 = zero;
    DoubleVector c50 = zero;
    DoubleVector c51 = zero;
    for (int p = 0; p < k; p++) {
      int row = bi + p * bStep;
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, row);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, row + LANES);
      DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[ai + p]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[ai + p + ROW_STEP]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[ai + p + 2 * ROW_STEP]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[ai + p + 3 * ROW_STEP]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      DoubleVector a4 = DoubleVector.broadcast(SPECIES, a[ai + p + 4 * ROW_STEP]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      DoubleVector a5 = DoubleVector.broadcast(SPECIES, a[ai + p + 5 * ROW_STEP]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
    }
    add(c00, c01, c, ci);
    add(c10, c11, c, ci + cStep);
    add(c20, c21, c, ci + 2 * cStep);
    add(c30, c31, c, ci + 3 * cStep);
    add(c40, c41, c, ci + 4 * cStep);
    add(c50, c51, c, ci + 5 * cStep);
  }

  private static void add(DoubleVector left, DoubleVector right, double[] c, int at) {
    DoubleVector.fromArray(SPECIES, c, at).add(left).intoArray(c, at);
    DoubleVector.fromArray(SPECIES, c, at + LANES).add(right).intoArray(c, at + LANES);
  }
}
