package org.hypergrad.kernels.vector;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;

/// Holds a block of A and a panel of B in the order in which [Float64Tile] reads them, as copies
/// that stay in the caches and are read many times.
///
/// ```
///   A: rows, 272 apart          B: a panel as wide as a tile
///
///   [ a a a a a a ..... ]       [ b b 0 0 ]
///   [ a a a a a a ..... ]       [ b b 0 0 ]
///   [ 0 0 0 0 0 0 ..... ]       [ b b 0 0 ]
/// ```
///
/// What is missing to whole tiles is filled with zeros. New arrays would cost more than the
/// copying; so those of parts that are done are kept for others.
final class Float64Packing {
  /// How many rows of A a block has at most: whole tiles.
  static final int ROWS = 64 * Float64Tile.ROWS;

  /// How many columns of A, and rows of B, a block has at most.
  static final int DEPTH = 256;

  /// The distance between copied rows of A: no power of two, for a cache puts places at such
  /// distances into one set.
  private static final int ROW_STEP = DEPTH + 16;

  /// With fewer columns of B, the rows of A are read too few times to be worth copying.
  private static final int COPIED_FROM = 512;

  private static final ArrayBlockingQueue<Float64Packing> KEPT =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  private static final double[] NONE = {};

  private double[] rows = NONE;
  private double[] tiles = NONE;
  private final double[] rest = new double[Float64Tile.ROWS * ROW_STEP];
  private final double[] panel = new double[DEPTH * Float64Tile.COLUMNS];

  private Float64Packing() {}

  /// Room for a block and a panel.
  static Float64Packing take() {
    Float64Packing kept = KEPT.poll();
    return kept == null ? new Float64Packing() : kept;
  }

  /// Gives the room back.
  void release() {
    KEPT.offer(this);
  }

  /// Rows of A, which may remain where they are if they are whole tiles and are to be multiplied by
  /// few columns.
  ///
  /// @return these, with rows of zeros to whole tiles
  Float64Matrix takeA(Float64Matrix a, int columnsOfB) {
    int padded = Math.ceilDiv(a.rows(), Float64Tile.ROWS) * Float64Tile.ROWS;
    if (a.columnStep() == 1 && columnsOfB < COPIED_FROM && a.rows() == padded) {
      return a;
    }
    if (rows.length < padded * ROW_STEP) {
      rows = new double[padded * ROW_STEP];
    }
    Float64Matrix copy = new Float64Matrix(rows, 0, padded, a.columns(), ROW_STEP, 1);
    a.copyTo(copy.part(0, a.rows(), 0, a.columns()));
    copy.part(a.rows(), padded - a.rows(), 0, a.columns()).clear();
    return copy;
  }

  /// As [#takeA], for the rows at the end that are no whole tile.
  Float64Matrix takeRest(Float64Matrix a) {
    Float64Matrix copy = new Float64Matrix(rest, 0, Float64Tile.ROWS, a.columns(), ROW_STEP, 1);
    copy.clear();
    a.copyTo(copy.part(0, a.rows(), 0, a.columns()));
    return copy;
  }

  /// A panel of B, in rows as wide as a tile.
  double[] takePanel(Float64Matrix b) {
    if (b.columns() == Float64Tile.COLUMNS && b.columnStep() == 1) {
      Float64Tile.copyRows(b, panel);
      return panel;
    }
    if (b.columns() < Float64Tile.COLUMNS) {
      Arrays.fill(panel, 0);
    }
    b.copyTo(new Float64Matrix(panel, 0, b.rows(), b.columns(), Float64Tile.COLUMNS, 1));
    return panel;
  }

  /// Room for tiles of C below each other, with any numbers in it.
  Float64Matrix takeC(int height) {
    if (tiles.length < height * Float64Tile.COLUMNS) {
      tiles = new double[height * Float64Tile.COLUMNS];
    }
    return new Float64Matrix(tiles, 0, height, Float64Tile.COLUMNS, Float64Tile.COLUMNS, 1);
  }
}
