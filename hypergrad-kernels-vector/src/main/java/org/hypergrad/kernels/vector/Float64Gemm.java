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
/// A and B are read where they lie, if what [Float64Tile] reads together lies together; else a
/// block of A or a panel of B, as wide as a tile, is copied first ([Float64Packing]).
///
/// Each element of C is a sum over k in one order, however C is divided: in a register through a
/// block, then on from there through the next. So parts of C may be computed in any order and by
/// any thread, and how many parts there are may depend on the number of threads.
final class Float64Gemm {
  /// With fewer rows or columns of C than this, lines of A and B are multiplied where they lie: to
  /// turn them would take longer.
  private static final int NARROW = 4;

  /// How many multiplications are worth a thread: some 5 microseconds.
  private static final int GRAIN = 1 << 18;

  /// How many parts of C there are for each thread, so that the last one to finish is not late.
  private static final int PARTS = 4;

  /// How many multiplications transposing an element costs.
  private static final int TRANSPOSING = 15;

  private Float64Gemm() {}

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
    boolean lines = a.columnStep() == 1 && b.rowStep() == 1;
    if (lines && c.rows() < NARROW) {
      multiplyLines(a, b, c, accumulate);
    } else if (lines && c.columns() < NARROW) {
      multiplyLines(b.transposed(), a.transposed(), c.transposed(), accumulate);
    } else if (cost(b.transposed(), a.transposed(), c.transposed()) < cost(a, b, c)) {
      multiplyParts(b.transposed(), a.transposed(), c.transposed(), accumulate);
    } else {
      multiplyParts(a, b, c, accumulate);
    }
  }

  /// What a product by blocks costs, in multiplications.
  private static long cost(Float64Matrix a, Float64Matrix b, Float64Matrix c) {
    long rows = c.rows() + c.rows() % Float64Tile.ROWS; // one by one they take twice as long
    long columns = Math.ceilDiv(c.columns(), Float64Tile.NARROW) * Float64Tile.NARROW;
    long blocks = Math.ceilDiv(a.columns(), Float64Tile.DEPTH);
    return rows * columns * a.columns()
        + TRANSPOSING * (transposed(b) + 2 * blocks * transposed(c));
  }

  private static long transposed(Float64Matrix x) {
    return x.columnStep() == 1 ? 0 : (long) x.rows() * x.columns();
  }

  /// C = A·B or C += A·B by inner products of few rows of A and many columns of B.
  private static void multiplyLines(
      Float64Matrix a, Float64Matrix b, Float64Matrix c, boolean accumulate) {
    if (!accumulate) {
      c.clear();
    }
    Workers.parallelFor(
        c.columns(),
        GRAIN / Math.max(1, a.columns() * c.rows()) + Float64Dots.LINES,
        (from, to) -> {
          Float64Dots dots = new Float64Dots();
          for (int column = from; column < to; column += Float64Dots.LINES) {
            for (int row = 0; row < c.rows(); row++) {
              dots.addDots(
                  Math.min(Float64Dots.LINES, to - column),
                  a.columns(),
                  a.array(),
                  a.place(row, 0),
                  b.array(),
                  b.place(0, column),
                  b.columnStep(),
                  c.array(),
                  c.place(row, column),
                  c.columnStep());
            }
          }
        });
  }

  /// C = A·B or C += A·B, in parts that are computed in any order.
  private static void multiplyParts(
      Float64Matrix a, Float64Matrix b, Float64Matrix c, boolean accumulate) {
    long work = (long) c.rows() * c.columns() * a.columns();
    long wanted = Math.min(work / GRAIN, Threads.count() == 1 ? 1 : PARTS * Threads.count());
    int height = c.rows();
    int width = c.columns();
    for (long parts = 1; parts < wanted; parts *= 2) {
      if (width > Float64Tile.COLUMNS && height <= 2 * width) {
        width = halved(width, Float64Tile.COLUMNS);
      } else {
        height = halved(height, Float64Tile.ROWS);
      }
    }
    int rows = height;
    int columns = width;
    int down = Math.ceilDiv(c.rows(), rows);
    Workers.parallelFor(
        down * Math.ceilDiv(c.columns(), columns),
        1,
        (part, _) -> {
          int i = part % down * rows;
          int j = part / down * columns;
          int m = Math.min(rows, c.rows() - i);
          int n = Math.min(columns, c.columns() - j);
          multiplyPart(
              a.part(i, m, 0, a.columns()),
              b.part(0, b.rows(), j, n),
              c.part(i, m, j, n),
              accumulate);
        });
  }

  private static int halved(int size, int tile) {
    return tile * Math.ceilDiv(size, 2 * tile);
  }

  private static void multiplyPart(
      Float64Matrix a, Float64Matrix b, Float64Matrix c, boolean accumulate) {
    if (a.columns() == 0 && !accumulate) {
      c.clear();
    }
    Float64Packing packing = Float64Packing.take();
    int depth = evenly(a.columns(), Float64Tile.DEPTH, 1);
    int height =
        Float64Packing.copies(a)
            ? evenly(c.rows(), Float64Packing.ROWS, Float64Tile.ROWS)
            : c.rows();
    for (int p = 0; p < a.columns(); p += depth) {
      int k = Math.min(depth, a.columns() - p);
      for (int i = 0; i < c.rows(); i += height) {
        int m = Math.min(height, c.rows() - i);
        multiplyBlock(
            packing,
            a.part(i, m, p, k),
            b.part(p, k, 0, c.columns()),
            c.part(i, m, 0, c.columns()),
            accumulate || p > 0);
      }
    }
    packing.release();
  }

  /// The size of parts of `n`, none larger than `most`, that are as equal as multiples of `unit`
  /// can be.
  private static int evenly(int n, int most, int unit) {
    int parts = Math.max(1, Math.ceilDiv(n, most));
    return unit * Math.ceilDiv(n, parts * unit);
  }

  private static void multiplyBlock(
      Float64Packing packing,
      Float64Matrix a,
      Float64Matrix b,
      Float64Matrix c,
      boolean accumulate) {
    Float64Matrix rows = packing.takeA(a);
    int width;
    for (int j = 0; j < c.columns(); j += width) {
      width = Float64Tile.width(c.columns() - j);
      int n = Math.min(width, c.columns() - j);
      Float64Matrix panel = packing.takeB(b.part(0, b.rows(), j, n), width, c.rows());
      Float64Matrix columns = c.part(0, c.rows(), j, n);
      if (n == width && c.columnStep() == 1) {
        multiplyTiles(rows, panel, columns, accumulate);
      } else {
        multiplyElsewhere(packing, rows, panel, columns, accumulate);
      }
    }
  }

  /// As [#multiplyTiles], for what is no whole tile in C, or does not lie in rows: it is copied.
  private static void multiplyElsewhere(
      Float64Packing packing,
      Float64Matrix rows,
      Float64Matrix panel,
      Float64Matrix c,
      boolean accumulate) {
    Float64Matrix room = packing.takeC(c.rows(), panel.columns());
    Float64Matrix copy = room.part(0, c.rows(), 0, c.columns());
    if (accumulate) {
      c.copyTo(copy);
    }
    multiplyTiles(rows, panel, room, accumulate);
    copy.copyTo(c);
  }

  /// Rows of A times a panel of B, tile by tile.
  private static void multiplyTiles(
      Float64Matrix rows, Float64Matrix panel, Float64Matrix c, boolean accumulate) {
    Float64Matrix start = accumulate ? c : Float64Tile.ZERO;
    int whole = c.rows() - c.rows() % Float64Tile.ROWS;
    for (int row = 0; row < whole; row += Float64Tile.ROWS) {
      Float64Tile.multiply(row, rows, panel, start, c);
    }
    for (int row = whole; row < c.rows(); row++) {
      Float64Tile.multiplyRow(row, rows, panel, start, c);
    }
  }
}
