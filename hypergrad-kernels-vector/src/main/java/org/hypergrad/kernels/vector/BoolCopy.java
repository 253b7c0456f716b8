// Generated from Float64Copy.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import org.hypergrad.Layout;

/// Copies of bool elements between any two layouts.
///
/// Where neighbours in one array are far apart in the other, as after a transposition, elements go
/// by small squares, so that each line of the cache is fetched once:
///
/// ```
///   from  [ 1 2 | 3 4 ]      to  [ 1 5 | . . ]
///         [ 5 6 | 7 8 ]          [ 2 6 | . . ]
///         [-----+-----]          [-----+-----]
/// ```
final class BoolCopy {
  /// How many elements a side of a square has.
  private static final int SIDE = 32;

  private BoolCopy() {}

  /// out = x, element by element.
  static void copy(boolean[] x, Layout xl, boolean[] out, Layout ol) {
    int row = closest(xl);
    int column = closest(ol);
    boolean crosswise = row != column && xl.stride(row) == 1 && ol.stride(column) == 1;
    if (crosswise && xl.numel() > 0) {
      transpose(x, swapped(xl, row, column), out, swapped(ol, row, column));
    } else {
      ParallelLoops.run(
          () -> (n, start, step) -> line(n, x, start[0], step[0], out, start[1], step[1]), xl, ol);
    }
  }

  /// The dimension along which neighbours are closest, of those that have some.
  private static int closest(Layout layout) {
    int closest = 0;
    for (int d = 1; d < layout.rank(); d++) {
      boolean better =
          layout.size(closest) == 1
              || Math.abs(layout.stride(d)) < Math.abs(layout.stride(closest));
      closest = layout.size(d) > 1 && layout.stride(d) != 0 && better ? d : closest;
    }
    return closest;
  }

  /// The dimension `row` last but one, and `column` last.
  private static Layout swapped(Layout layout, int row, int column) {
    int[] order = new int[layout.rank()];
    int rest = 0;
    for (int d = 0; d < order.length; d++) {
      if (d != row && d != column) {
        order[rest++] = d;
      }
    }
    order[rest] = row;
    order[rest + 1] = column;
    return layout.permute(order);
  }

  /// Copies `n` elements from place `from` on, in steps, to place `to` on.
  static void line(int n, boolean[] x, int from, int fromStep, boolean[] out, int to, int toStep) {
    if (fromStep == 1 && toStep == 1) {
      System.arraycopy(x, from, out, to, n);
    } else if (fromStep == 0 && toStep == 1) {
      Arrays.fill(out, to, to + n, x[from]);
    } else if (toStep == 1) {
      for (int i = 0; i < n; i++) {
        out[to + i] = x[from + i * fromStep];
      }
    } else {
      for (int i = 0; i < n; i++) {
        out[to + i * toStep] = x[from + i * fromStep];
      }
    }
  }

  /// Copies matrices whose columns lie side by side in x, and whose rows do so in `out`.
  private static void transpose(boolean[] x, Layout xl, boolean[] out, Layout ol) {
    int rank = xl.rank();
    int rows = xl.size(rank - 2);
    int columns = xl.size(rank - 1);
    int fromStep = xl.stride(rank - 1);
    int toStep = ol.stride(rank - 2);
    ParallelLoops.run(
        rows * columns,
        () ->
            (n, start, step) -> {
              for (int i = 0; i < n; i++) {
                int from = start[0] + i * step[0];
                int to = start[1] + i * step[1];
                transpose(rows, columns, x, from, fromStep, out, to, toStep);
              }
            },
        xl.select(rank - 1, 0).select(rank - 2, 0),
        ol.select(rank - 1, 0).select(rank - 2, 0));
  }

  private static void transpose(
      int rows,
      int columns,
      boolean[] x,
      int from,
      int fromStep,
      boolean[] out,
      int to,
      int toStep) {
    Workers.parallelFor(
        Math.ceilDiv(rows, SIDE),
        Math.max(1, ParallelLoops.GRAIN / SIDE / columns),
        (first, end) -> {
          boolean[] square = new boolean[SIDE * SIDE];
          for (int i = first * SIDE; i < Math.min(end * SIDE, rows); i += SIDE) {
            int height = Math.min(SIDE, rows - i);
            for (int j = 0; j < columns; j += SIDE) {
              int width = Math.min(SIDE, columns - j);
              for (int k = 0; k < width; k++) {
                System.arraycopy(x, from + i + (j + k) * fromStep, square, k * SIDE, height);
              }
              transpose(square, height, width, out, to + i * toStep + j, toStep);
            }
          }
        });
  }

  private static void transpose(
      boolean[] square, int height, int width, boolean[] out, int to, int toStep) {
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        out[to + i * toStep + j] = square[j * SIDE + i];
      }
    }
  }
}
