package org.hypergrad.kernels.vector;

import org.hypergrad.Layout;
import org.hypergrad.Threads;

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
/// any thread, and how many parts there are may depend on the number of threads.
final class Float64Gemm {
  private static final ThreadLocal<Float64Packing> PACKING =
      ThreadLocal.withInitial(Float64Packing::new);

  /// With fewer rows or columns of C than this, most of a tile would be empty.
  private static final int NARROW = 4;

  /// How many multiplications are worth a thread: some 20 microseconds.
  private static final int GRAIN = 1 << 20;

  /// How many parts of C there are for each thread, so that the last one to finish is not late.
  private static final int PARTS = 4;

  /// How many rows or columns a part has at least; for each part packs its rows of A and columns of
  /// B itself.
  private static final int SIDE = 48;

  private Float64Gemm() {}

  /// A way to compute C += A·B.
  @FunctionalInterface
  private interface Way {
    void add(Float64Matrix a, Float64Matrix b, Float64Matrix c);
  }

  /// C\[i\] = A\[i\]·B\[i\], or is increased by it, for each of a batch.
  static void gemm(
      double[] a, Layout al, double[] b, Layout bl, double[] out, Layout ol, boolean accumulate) {
    int batch = ol.numel() == 0 ? 0 : ol.size(0);
    long work = (long) ol.size(1) * ol.size(2) * al.size(2);
    Workers.parallelFor(
        batch,
        (int) Math.max(1, GRAIN / Math.max(1, work)),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            multiply(
                Float64Matrix.ofBatch(a, al, i),
                Float64Matrix.ofBatch(b, bl, i),
                Float64Matrix.ofBatch(out, ol, i),
                accumulate);
          }
        });
  }

  /// C = A·B, or C += A·B
  private static void multiply(
      Float64Matrix a, Float64Matrix b, Float64Matrix c, boolean accumulate) {
    boolean narrow = Math.min(c.rows(), c.columns()) < NARROW;
    if (narrow && a.columnStep() == 1 && b.rowStep() == 1) {
      inParts(a, b, c, accumulate, Float64Gemm::addDots);
    } else if (narrow && c.columns() < c.rows()) { // a tile has fewer rows than columns
      inParts(b.transposed(), a.transposed(), c.transposed(), accumulate, Float64Gemm::addBlocks);
    } else {
      inParts(a, b, c, accumulate, Float64Gemm::addBlocks);
    }
  }

  private static void inParts(
      Float64Matrix a, Float64Matrix b, Float64Matrix c, boolean accumulate, Way way) {
    long work = (long) c.rows() * c.columns() * a.columns();
    long wanted = Math.min(work / GRAIN, Threads.count() == 1 ? 1 : PARTS * Threads.count());
    int height = c.rows();
    int width = c.columns();
    for (long parts = 1; parts < wanted && Math.max(height, width) >= 2 * SIDE; parts *= 2) {
      if (height >= width) {
        height = Float64Tile.ROWS * Math.ceilDiv(height, 2 * Float64Tile.ROWS);
      } else {
        width = Float64Tile.COLUMNS * Math.ceilDiv(width, 2 * Float64Tile.COLUMNS);
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
          Float64Matrix product = c.part(i, m, j, n);
          if (!accumulate) {
            product.clear();
          }
          way.add(a.part(i, m, 0, a.columns()), b.part(0, b.rows(), j, n), product);
        });
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
