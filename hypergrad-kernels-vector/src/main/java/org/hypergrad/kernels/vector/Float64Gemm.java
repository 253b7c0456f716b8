package org.hypergrad.kernels.vector;

/// Matrix multiplication of float64, C += A·B, by blocks (Goto and van de Geijn, *Anatomy of
/// High-Performance Matrix Multiplication*, 2008).
///
/// ```
///          k                    n                    n
///      +---+---+            +---+---+            +---+---+
///    m |   |   |            |   |   |            |   |   |
///      +---+---+    times k +---+---+  adds to m +---+---+
///      | A |   |            | B |   |            | C |   |
///      +---+---+            +---+---+            +---+---+
/// ```
///
/// A block of A and one of B are packed and multiplied, and the product is added to a block of C,
/// tile by tile.
///
/// Each element of C is a sum over k that is made in one order, however C is divided: inside a
/// block in a register, then block after block. So parts of C may be computed in any order and by
/// any thread.
final class Float64Gemm {
  private static final ThreadLocal<Float64Packing> PACKING =
      ThreadLocal.withInitial(Float64Packing::new);

  /// With fewer rows or columns of C than this, most of a tile would be empty.
  private static final int NARROW = 4;

  private Float64Gemm() {}

  /// C += A·B
  static void addProduct(Float64Matrix a, Float64Matrix b, Float64Matrix c) {
    boolean narrow = Math.min(c.rows(), c.columns()) < NARROW;
    if (narrow && a.columnStep() == 1 && b.rowStep() == 1) {
      addDots(a, b, c);
    } else if (narrow && c.columns() < c.rows()) {
      addBlocks(
          b.transposed(), a.transposed(), c.transposed()); // a tile has fewer rows than columns
    } else {
      addBlocks(a, b, c);
    }
  }

  private static void addDots(Float64Matrix a, Float64Matrix b, Float64Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        int to = c.place(i, j);
        Float64Dot.addDot(
            a.columns(), a.array(), a.place(i, 0), b.array(), b.place(0, j), c.array(), to);
      }
    }
  }

  private static void addBlocks(Float64Matrix a, Float64Matrix b, Float64Matrix c) {
    Float64Packing packing = PACKING.get();
    for (int j = 0; j < c.columns(); j += Float64Packing.COLUMNS) {
      int columns = Math.min(Float64Packing.COLUMNS, c.columns() - j);
      for (int p = 0; p < a.columns(); p += Float64Packing.DEPTH) {
        int depth = Math.min(Float64Packing.DEPTH, a.columns() - p);
        packing.takeB(b.part(p, depth, j, columns), c.rows());
        for (int i = 0; i < c.rows(); i += Float64Packing.ROWS) {
          int rows = Math.min(Float64Packing.ROWS, c.rows() - i);
          packing.takeA(a.part(i, rows, p, depth));
          addBlock(packing, c.part(i, rows, j, columns));
        }
      }
    }
    packing.release();
  }

  private static void addBlock(Float64Packing packing, Float64Matrix c) {
    for (int j = 0; j < c.columns(); j += Float64Tile.COLUMNS) {
      int width = Math.min(Float64Tile.COLUMNS, c.columns() - j);
      Float64Matrix panel = packing.panel(j);
      for (int i = 0; i < c.rows(); i += Float64Tile.ROWS) {
        int height = Math.min(Float64Tile.ROWS, c.rows() - i);
        addTile(packing, i, panel, c.part(i, height, j, width));
      }
    }
  }

  /// Adds to a tile of C, or to what there is of it at the edge, the rows of A from `i` on times a
  /// panel of B.
  private static void addTile(Float64Packing packing, int i, Float64Matrix panel, Float64Matrix c) {
    boolean whole = c.rows() == Float64Tile.ROWS && c.columns() == Float64Tile.COLUMNS;
    if (whole && c.columnStep() == 1) {
      Float64Tile.addProduct(packing.a(), i, panel, c.array(), c.start(), c.rowStep());
    } else {
      double[] tile = packing.clearedTile();
      Float64Tile.addProduct(packing.a(), i, panel, tile, 0, Float64Tile.COLUMNS);
      for (int row = 0; row < c.rows(); row++) {
        for (int column = 0; column < c.columns(); column++) {
          c.array()[c.place(row, column)] += tile[row * Float64Tile.COLUMNS + column];
        }
      }
    }
  }
}
