package org.hypergrad.kernels.vector;

import java.util.Arrays;

/// Holds a block of A and a block of B in the order in which [Float64Tile] reads them, as copies
/// that stay in the second-level cache and are read many times.
///
/// ```
///   A: rows, 400 apart          B: panels as wide as a tile, one behind the other
///
///   [ a a a a a a ..... ]       [ b b b b | b b b b | b b 0 0 ]
///   [ a a a a a a ..... ]       [ b b b b | b b b b | b b 0 0 ]
///   [ 0 0 0 0 0 0 ..... ]       [ b b b b | b b b b | b b 0 0 ]
/// ```
///
/// What is missing to whole tiles is filled with zeros. Each thread has its own object and keeps
/// it, for new arrays would cost more than the copying: some 1 MB.
final class Float64Packing {
  /// How many rows of A a block has: whole tiles.
  static final int ROWS = 20 * Float64Tile.ROWS;

  /// How many columns of A, and rows of B, a block has.
  static final int DEPTH = 384;

  /// How many columns of B a block has: whole tiles.
  static final int COLUMNS = 16 * Float64Tile.COLUMNS;

  /// With fewer rows of A, a panel of B is read too few times to be worth copying.
  private static final int COPIED_FROM = 12 * Float64Tile.ROWS;

  /// How many rows of B are transposed at a time; they stay in the first-level cache.
  private static final int TRANSPOSED = 64;

  private static final double[] NONE = {};

  private final double[] tile = new double[Float64Tile.ROWS * Float64Tile.COLUMNS];
  private double[] a = NONE;
  private double[] b = NONE;
  private Float64Matrix blockOfB;
  private int copiedFrom;

  /// Room for a tile that C has no room for.
  double[] clearedTile() {
    Arrays.fill(tile, 0);
    return tile;
  }

  /// The block of A.
  double[] a() {
    return a;
  }

  /// The panel of B whose first column is number `j` of the block.
  Float64Matrix panel(int j) {
    int depth = blockOfB.rows();
    return j < copiedFrom
        ? blockOfB.part(0, depth, j, Float64Tile.COLUMNS)
        : new Float64Matrix(
            b, (j - copiedFrom) * depth, depth, Float64Tile.COLUMNS, Float64Tile.COLUMNS, 1);
  }

  /// Takes a block of A.
  void takeA(Float64Matrix block) {
    int padded = Math.ceilDiv(block.rows(), Float64Tile.ROWS) * Float64Tile.ROWS;
    if (a.length < padded * Float64Tile.ROW_STEP) {
      a = new double[padded * Float64Tile.ROW_STEP];
    }
    if (block.columnStep() == 1) {
      for (int i = 0; i < block.rows(); i++) {
        int to = i * Float64Tile.ROW_STEP;
        System.arraycopy(block.array(), block.place(i, 0), a, to, block.columns());
      }
    } else {
      transposeA(block);
    }
    for (int i = block.rows(); i < padded; i++) {
      int to = i * Float64Tile.ROW_STEP;
      Arrays.fill(a, to, to + block.columns(), 0);
    }
  }

  private void transposeA(Float64Matrix block) {
    double[] from = block.array();
    for (int p = 0; p < block.columns(); p++) {
      int top = block.place(0, p);
      for (int i = 0; i < block.rows(); i++) {
        a[i * Float64Tile.ROW_STEP + p] = from[top + i * block.rowStep()];
      }
    }
  }

  /// Takes a block of B that is to be multiplied by `rows` rows of A. Whole panels may remain where
  /// they are.
  void takeB(Float64Matrix block, int rows) {
    boolean inPlace = block.columnStep() == 1 && rows < COPIED_FROM;
    int rest = block.columns() % Float64Tile.COLUMNS;
    blockOfB = block;
    copiedFrom = inPlace ? block.columns() - rest : 0;
    int panelSize = block.rows() * Float64Tile.COLUMNS;
    int panels = Math.ceilDiv(block.columns() - copiedFrom, Float64Tile.COLUMNS);
    if (b.length < panels * panelSize) {
      b = new double[panels * panelSize];
    }
    for (int panel = 0; panel < panels; panel++) {
      int j = copiedFrom + panel * Float64Tile.COLUMNS;
      int width = Math.min(Float64Tile.COLUMNS, block.columns() - j);
      copyPanel(block.part(0, block.rows(), j, width), panel * panelSize);
    }
  }

  private void copyPanel(Float64Matrix panel, int to) {
    if (panel.columns() < Float64Tile.COLUMNS) {
      Arrays.fill(b, to, to + panel.rows() * Float64Tile.COLUMNS, 0);
    }
    if (panel.columnStep() == 1) {
      for (int p = 0; p < panel.rows(); p++) {
        int row = to + p * Float64Tile.COLUMNS;
        System.arraycopy(panel.array(), panel.place(p, 0), b, row, panel.columns());
      }
    } else {
      for (int p = 0; p < panel.rows(); p += TRANSPOSED) {
        int depth = Math.min(TRANSPOSED, panel.rows() - p);
        transposeB(panel.part(p, depth, 0, panel.columns()), to + p * Float64Tile.COLUMNS);
      }
    }
  }

  /// Four columns at a time, whose numbers come to lie side by side.
  private void transposeB(Float64Matrix rows, int to) {
    double[] from = rows.array();
    int step = rows.rowStep();
    int j = 0;
    for (; j <= rows.columns() - 4; j += 4) {
      int top = rows.place(0, j);
      int next = rows.columnStep();
      for (int p = 0; p < rows.rows(); p++) {
        int at = to + p * Float64Tile.COLUMNS + j;
        int place = top + p * step;
        b[at] = from[place];
        b[at + 1] = from[place + next];
        b[at + 2] = from[place + 2 * next];
        b[at + 3] = from[place + 3 * next];
      }
    }
    for (; j < rows.columns(); j++) {
      int top = rows.place(0, j);
      for (int p = 0; p < rows.rows(); p++) {
        b[to + p * Float64Tile.COLUMNS + j] = from[top + p * step];
      }
    }
  }

  /// Forgets where the block of B came from, so that its array can be collected.
  void release() {
    blockOfB = null;
  }
}
