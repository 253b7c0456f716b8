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
/// registers. Where there are only 16, a tile is three vectors wide; two are for the last columns,
/// and the last rows of C, if they are no whole tile, are tiles of one row.
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
  static final int COLUMNS = (MANY_REGISTERS ? 4 : 3) * LANES;

  /// How many columns a tile has at least.
  static final int NARROW = 2 * LANES;

  /// The longest sum, for C2 compiles a loop of more than 1000 rounds as two, one around the other
  /// (`-XX:LoopStripMiningIter`), and then keeps the arrays in the wrong registers.
  static final int DEPTH = 960;

  /// Zeros: one row, repeated.
  static final Float32Matrix ZERO = new Float32Matrix(new float[COLUMNS], 0, ROWS, COLUMNS, 0, 1);

  private Float32Tile() {}

  /// The width of the next tile, where some columns of C are left.
  static int width(int columns) {
    return columns > NARROW ? COLUMNS : NARROW;
  }

  /// C = S + A·B, of which the tile is [#ROWS] rows.
  ///
  /// @param row the first row of the tile
  /// @param a in any layout
  /// @param b in rows
  /// @param s what the sums start from, in rows
  /// @param c in rows, [#NARROW] or [#COLUMNS] wide
  static void multiply(
      int row, Float32Matrix a, Float32Matrix b, Float32Matrix s, Float32Matrix c) {
    if (c.columns() == NARROW) {
      Float32Tile4x2.multiply(row, a, b, s, c);
    } else if (COLUMNS == 4 * LANES) {
      Float32Tile4x4.multiply(row, a, b, s, c);
    } else {
      Float32Tile4x3.multiply(row, a, b, s, c);
    }
  }

  /// As [#multiply], of which the tile is one row.
  static void multiplyRow(
      int row, Float32Matrix a, Float32Matrix b, Float32Matrix s, Float32Matrix c) {
    if (c.columns() == NARROW) {
      Float32Tile1x2.multiply(row, a, b, s, c);
    } else if (COLUMNS == 4 * LANES) {
      Float32Tile1x4.multiply(row, a, b, s, c);
    } else {
      Float32Tile1x3.multiply(row, a, b, s, c);
    }
  }
}
