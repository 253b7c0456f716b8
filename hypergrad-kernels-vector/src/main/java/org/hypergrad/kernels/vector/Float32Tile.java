// Generated from Float64Tile.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import jdk.incubator.vector.FloatVector;
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
final class Float32Tile {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many rows a tile has.
  static final int ROWS = 6;

  /// How many columns a tile has.
  static final int COLUMNS = 2 * LANES;

  /// The distance between rows of A: a constant, for the compiler, and no power of two, for a cache
  /// puts places at such distances into one set.
  static final int ROW_STEP = 400;

  private Float32Tile() {}

  /// C += A·B
  ///
  /// @param a rows, [#ROW_STEP] apart
  /// @param i the first of the 6 rows of A
  /// @param b a panel as wide as a tile
  /// @param c an array that has the tile from `ci` on, in rows `cStep` apart
  static void addProduct(float[] a, int i, Float32Matrix b, float[] c, int ci, int cStep) {
    addProduct(b.rows(), a, i * ROW_STEP, b.array(), b.start(), b.rowStep(), c, ci, cStep);
  }

  private static void addProduct(
      int k, float[] a, int ai, float[] b, int bi, int bStep, float[] c, int ci, int cStep) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector c00 = zero;
    FloatVector c01 = zero;
    FloatVector c10 = zero;
    FloatVector c11 = zero;
    FloatVector c20 = zero;
    FloatVector c21 = zero;
    FloatVector c30 = zero;
    FloatVector c31 = zero;
    FloatVector c40 = zero;
    FloatVector c41 = zero;
    FloatVector c50 = zero;
    FloatVector c51 = zero;
    for (int p = 0; p < k; p++) {
      int row = bi + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + p]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + p + ROW_STEP]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + p + 2 * ROW_STEP]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + p + 3 * ROW_STEP]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[ai + p + 4 * ROW_STEP]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[ai + p + 5 * ROW_STEP]);
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

  private static void add(FloatVector left, FloatVector right, float[] c, int at) {
    FloatVector.fromArray(SPECIES, c, at).add(left).intoArray(c, at);
    FloatVector.fromArray(SPECIES, c, at + LANES).add(right).intoArray(c, at + LANES);
  }
}
