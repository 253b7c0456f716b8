// Generated from Float64Gemm.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

/// Matrix multiplication of float32, C += A·B, by blocks (Goto and van de Geijn, *Anatomy of
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
final class Float32Gemm {
  private static final ThreadLocal<Float32Packing> PACKING =
      ThreadLocal.withInitial(Float32Packing::new);

  /// With fewer rows or columns of C than this, most of a tile would be empty.
  private static final int NARROW = 4;

  private Float32Gemm() {}

  /// C += A·B
  static void addProduct(Float32Matrix a, Float32Matrix b, Float32Matrix c) {
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

  private static void addDots(Float32Matrix a, Float32Matrix b, Float32Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        int to = c.place(i, j);
        Float32Dot.addDot(
            a.columns(), a.array(), a.place(i, 0), b.array(), b.place(0, j), c.array(), to);
      }
    }
  }

  private static void addBlocks(Float32Matrix a, Float32Matrix b, Float32Matrix c) {
    Float32Packing packing = PACKING.get();
    for (int j = 0; j < c.columns(); j += Float32Packing.COLUMNS) {
      int columns = Math.min(Float32Packing.COLUMNS, c.columns() - j);
      for (int p = 0; p < a.columns(); p += Float32Packing.DEPTH) {
        int depth = Math.min(Float32Packing.DEPTH, a.columns() - p);
        packing.takeB(b.part(p, depth, j, columns), c.rows());
        for (int i = 0; i < c.rows(); i += Float32Packing.ROWS) {
          int rows = Math.min(Float32Packing.ROWS, c.rows() - i);
          packing.takeA(a.part(i, rows, p, depth));
          addBlock(packing, c.part(i, rows, j, columns));
        }
      }
    }
    packing.release();
  }

  private static void addBlock(Float32Packing packing, Float32Matrix c) {
    for (int j = 0; j < c.columns(); j += Float32Tile.COLUMNS) {
      int width = Math.min(Float32Tile.COLUMNS, c.columns() - j);
      Float32Matrix panel = packing.panel(j);
      for (int i = 0; i < c.rows(); i += Float32Tile.ROWS) {
        int height = Math.min(Float32Tile.ROWS, c.rows() - i);
        addTile(packing, i, panel, c.part(i, height, j, width));
      }
    }
  }

  /// Adds to a tile of C, or to what there is of it at the edge, the rows of A from `i` on times a
  /// panel of B.
  private static void addTile(Float32Packing packing, int i, Float32Matrix panel, Float32Matrix c) {
    boolean whole = c.rows() == Float32Tile.ROWS && c.columns() == Float32Tile.COLUMNS;
    if (whole && c.columnStep() == 1) {
      Float32Tile.addProduct(packing.a(), i, panel, c.array(), c.start(), c.rowStep());
    } else {
      float[] tile = packing.clearedTile();
      Float32Tile.addProduct(packing.a(), i, panel, tile, 0, Float32Tile.COLUMNS);
      for (int row = 0; row < c.rows(); row++) {
        for (int column = 0; column < c.columns(); column++) {
          c.array()[c.place(row, column)] += tile[row * Float32Tile.COLUMNS + column];
        }
      }
    }
  }
}
