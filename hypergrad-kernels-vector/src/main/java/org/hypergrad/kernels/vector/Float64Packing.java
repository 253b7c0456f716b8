package org.hypergrad.kernels.vector;

import java.util.concurrent.ArrayBlockingQueue;

/// Copies of parts of A and B for [Float64Tile], where they lie in another order than it reads
/// them, or too far apart.
///
/// ```
///   A: rows, 976 apart          B: a panel as wide as a tile
///
///   [ a a a a a a ..... ]       [ b b 0 0 ]
///   [ a a a a a a ..... ]       [ b b 0 0 ]
///   [ a a a a a a ..... ]       [ b b 0 0 ]
/// ```
///
/// What is missing to the width of a tile is filled with zeros. New arrays would cost more than the
/// copying; so those of parts that are done are kept for others.
final class Float64Packing {
  /// How many rows of A are copied at most: whole tiles.
  static final int ROWS = 64 * Float64Tile.ROWS;

  /// The distance between copied rows of A: no power of two, for a cache puts places at such
  /// distances into one set.
  private static final int ROW_STEP = Float64Tile.DEPTH + 16;

  /// Numbers so far apart, 2048 bytes, fall into few sets of a cache and push each other out.
  private static final int FAR = 2048 / Double.BYTES;

  /// With fewer rows of A, a panel of B is read too few times to be worth copying.
  private static final int OFTEN = 24;

  private static final ArrayBlockingQueue<Float64Packing> KEPT =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  private static final double[] NONE = {};

  private double[] rows = NONE;
  private double[] panel = NONE;
  private double[] tiles = NONE;

  private Float64Packing() {}

  /// Room for copies.
  static Float64Packing take() {
    Float64Packing kept = KEPT.poll();
    return kept == null ? new Float64Packing() : kept;
  }

  /// Gives the room back.
  void release() {
    KEPT.offer(this);
  }

  /// Whether A is copied: its columns lie far apart, and would be read for each panel of B.
  static boolean copies(Float64Matrix a) {
    return a.columnStep() >= FAR;
  }

  /// Rows of A.
  Float64Matrix takeA(Float64Matrix a) {
    if (!copies(a)) {
      return a;
    }
    rows = room(rows, a.rows() * ROW_STEP);
    Float64Matrix copy = new Float64Matrix(rows, 0, a.rows(), a.columns(), ROW_STEP, 1);
    a.copyTo(copy);
    return copy;
  }

  /// A panel of B: some columns, with zeros to the width of a tile.
  ///
  /// @param rowsOfA how many rows of A are to be multiplied by it
  Float64Matrix takeB(Float64Matrix b, int width, int rowsOfA) {
    boolean inRows = b.columnStep() == 1;
    if (inRows && b.columns() == width && (b.rowStep() < FAR || rowsOfA < OFTEN)) {
      return b;
    }
    panel = room(panel, Float64Tile.DEPTH * Float64Tile.COLUMNS);
    Float64Matrix copy = new Float64Matrix(panel, 0, b.rows(), width, width, 1);
    if (inRows) {
      Float64Rows.copy(b, copy);
    } else {
      copy.part(0, b.rows(), b.columns(), width - b.columns()).clear();
      b.copyTo(copy.part(0, b.rows(), 0, b.columns()));
    }
    return copy;
  }

  /// Room for tiles of C below each other, with any numbers in it.
  Float64Matrix takeC(int height, int width) {
    tiles = room(tiles, height * width);
    return new Float64Matrix(tiles, 0, height, width, width, 1);
  }

  private static double[] room(double[] kept, int length) {
    return kept.length < length ? new double[length] : kept;
  }
}
