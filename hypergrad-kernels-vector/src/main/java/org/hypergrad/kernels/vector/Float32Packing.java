// Generated from Float64Packing.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.concurrent.ArrayBlockingQueue;

/// Copies of parts of A and B for [Float32Tile], where they lie in another order than it reads
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
final class Float32Packing {
  /// How many rows of A are copied at most: whole tiles.
  static final int ROWS = 64 * Float32Tile.ROWS;

  /// The distance between copied rows of A: no power of two, for a cache puts places at such
  /// distances into one set.
  private static final int ROW_STEP = Float32Tile.DEPTH + 16;

  /// Numbers so far apart, 2048 bytes, fall into few sets of a cache and push each other out.
  private static final int FAR = 2048 / Float.BYTES;

  /// With fewer rows of A, a panel of B is read too few times to be worth copying.
  private static final int OFTEN = 24;

  private static final ArrayBlockingQueue<Float32Packing> KEPT =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  private static final float[] NONE = {};

  private float[] rows = NONE;
  private float[] panel = NONE;
  private float[] tiles = NONE;

  private Float32Packing() {}

  /// Room for copies.
  static Float32Packing take() {
    Float32Packing kept = KEPT.poll();
    return kept == null ? new Float32Packing() : kept;
  }

  /// Gives the room back.
  void release() {
    KEPT.offer(this);
  }

  /// Whether A is copied: its columns lie far apart, and would be read for each panel of B.
  static boolean copies(Float32Matrix a) {
    return a.columnStep() >= FAR;
  }

  /// Rows of A.
  Float32Matrix takeA(Float32Matrix a) {
    if (!copies(a)) {
      return a;
    }
    rows = room(rows, a.rows() * ROW_STEP);
    Float32Matrix copy = new Float32Matrix(rows, 0, a.rows(), a.columns(), ROW_STEP, 1);
    a.copyTo(copy);
    return copy;
  }

  /// A panel of B: some columns, with zeros to the width of a tile.
  ///
  /// @param rowsOfA how many rows of A are to be multiplied by it
  Float32Matrix takeB(Float32Matrix b, int width, int rowsOfA) {
    boolean inRows = b.columnStep() == 1;
    if (inRows && b.columns() == width && (b.rowStep() < FAR || rowsOfA < OFTEN)) {
      return b;
    }
    panel = room(panel, Float32Tile.DEPTH * Float32Tile.COLUMNS);
    Float32Matrix copy = new Float32Matrix(panel, 0, b.rows(), width, width, 1);
    if (inRows) {
      Float32Rows.copy(b, copy);
    } else {
      copy.part(0, b.rows(), b.columns(), width - b.columns()).clear();
      b.copyTo(copy.part(0, b.rows(), 0, b.columns()));
    }
    return copy;
  }

  /// Room for tiles of C below each other, with any numbers in it.
  Float32Matrix takeC(int height, int width) {
    tiles = room(tiles, height * width);
    return new Float32Matrix(tiles, 0, height, width, width, 1);
  }

  private static float[] room(float[] kept, int length) {
    return kept.length < length ? new float[length] : kept;
  }
}
