// Generated from Float64Gemm.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import org.hypergrad.Layout;
import org.hypergrad.Threads;

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
/// any thread, and how many parts there are may depend on the number of threads.
final class Float32Gemm {
  private static final ThreadLocal<Float32Packing> PACKING =
      ThreadLocal.withInitial(Float32Packing::new);

  /// With fewer rows or columns of C than this, most of a tile would be empty.
  private static final int NARROW = 4;

  /// How many multiplications are worth a thread: some 20 microseconds.
  private static final int GRAIN = 1 << 20;

  /// How many parts of C there are for each thread, so that the last one to finish is not late.
  private static final int PARTS = 4;

  /// How many rows or columns a part has at least; for each part packs its rows of A and columns of
  /// B itself.
  private static final int SIDE = 48;

  private Float32Gemm() {}

  /// A way to compute C += A·B.
  @FunctionalInterface
  private interface Way {
    void add(Float32Matrix a, Float32Matrix b, Float32Matrix c);
  }

  /// C\[i\] = A\[i\]·B\[i\], or is increased by it, for each of a batch.
  static void gemm(
      float[] a, Layout al, float[] b, Layout bl, float[] out, Layout ol, boolean accumulate) {
    int batch = ol.numel() == 0 ? 0 : ol.size(0);
    long work = (long) ol.size(1) * ol.size(2) * al.size(2);
    Workers.parallelFor(
        batch,
        (int) Math.max(1, GRAIN / Math.max(1, work)),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            multiply(
                Float32Matrix.ofBatch(a, al, i),
                Float32Matrix.ofBatch(b, bl, i),
                Float32Matrix.ofBatch(out, ol, i),
                accumulate);
          }
        });
  }

  /// C = A·B, or C += A·B
  private static void multiply(
      Float32Matrix a, Float32Matrix b, Float32Matrix c, boolean accumulate) {
    boolean narrow = Math.min(c.rows(), c.columns()) < NARROW;
    if (narrow && a.columnStep() == 1 && b.rowStep() == 1) {
      inParts(a, b, c, accumulate, Float32Gemm::addDots);
    } else if (narrow && c.columns() < c.rows()) { // a tile has fewer rows than columns
      inParts(b.transposed(), a.transposed(), c.transposed(), accumulate, Float32Gemm::addBlocks);
    } else {
      inParts(a, b, c, accumulate, Float32Gemm::addBlocks);
    }
  }

  private static void inParts(
      Float32Matrix a, Float32Matrix b, Float32Matrix c, boolean accumulate, Way way) {
    long work = (long) c.rows() * c.columns() * a.columns();
    long wanted = Math.min(work / GRAIN, Threads.count() == 1 ? 1 : PARTS * Threads.count());
    int height = c.rows();
    int width = c.columns();
    for (long parts = 1; parts < wanted && Math.max(height, width) >= 2 * SIDE; parts *= 2) {
      if (height >= width) {
        height = Float32Tile.ROWS * Math.ceilDiv(height, 2 * Float32Tile.ROWS);
      } else {
        width = Float32Tile.COLUMNS * Math.ceilDiv(width, 2 * Float32Tile.COLUMNS);
      }
    }
    int rows = height;
    int columns = width;
    int across = Math.ceilDiv(c.columns(), columns);
    Workers.parallelFor(
        across * Math.ceilDiv(c.rows(), rows),
        1,
        (part, _) -> {
          int i = part / across * rows;
          int j = part % across * columns;
          int m = Math.min(rows, c.rows() - i);
          int n = Math.min(columns, c.columns() - j);
          Float32Matrix product = c.part(i, m, j, n);
          if (!accumulate) {
            product.clear();
          }
          way.add(a.part(i, m, 0, a.columns()), b.part(0, b.rows(), j, n), product);
        });
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
