// Generated from Float64Reductions.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static org.hypergrad.kernels.vector.Widening.four;
import static org.hypergrad.kernels.vector.Widening.load;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;

/// Sums, largest and smallest elements of float32.
///
/// There are two ways, after how the elements of one result lie:
///
/// ```
/// along lines:     [ . . . . ] -> o        across lines:    [ . . . . ]
///                  [ . . . . ] -> o                         [ . . . . ]
///                                                             v v v v
///                                                           [ o o o o ]
/// ```
///
/// A sum along a line is a cascade: elements meet in fours, fours in the lanes of four vectors,
/// these at the end of a block, and blocks with blocks. Pieces of many blocks are added up
/// *pairwise*, halves with halves, so that rounding errors grow with the logarithm of the length.
/// Lines are added one after the other. Sums are float32, of either type of elements; but four
/// elements of their own type come first ([Widening#four(float\[\], int, int)]).
///
/// Many elements are reduced in parts, by several threads, then the results of the parts. The order
/// of all this depends on the layout alone, and each result is computed by itself.
final class Float32Reductions {
  private static final VectorSpecies<Double> SPECIES = Widening.SPECIES;
  private static final int LANES = SPECIES.length();

  /// How many elements side by side are added up in the same lanes.
  private static final int BLOCK = 2048;

  /// The longest piece of a line that is not halved, if its elements lie side by side, and how many
  /// elements of rows are reduced by one thread.
  static final int PIECE = 16 * BLOCK;

  /// How many elements of a result are reduced by one thread: reading is faster the longer it goes
  /// straight on.
  static final int PART = 4 * PIECE;

  /// The longest piece that is not halved if they lie apart, and are added up one by one.
  private static final int STRIDED_BLOCK = 32;

  /// How many results are computed at a time across lines; they stay in the first-level cache.
  static final int COLUMNS = 512;

  /// Reduces `n` elements that lie side by side.
  @FunctionalInterface
  private interface Block {
    double reduce(float[] x, int from, int n);
  }

  /// Called through a table, for the reason that [Float32Unary] has.
  private static final Map<ReduceOp, Block> BLOCKS =
      new EnumMap<>(
          Map.of(
              ReduceOp.SUM, Float32Reductions::sum,
              ReduceOp.MAX, Float32Extremes::max,
              ReduceOp.MIN, Float32Extremes::min));

  private Float32Reductions() {}

  /// Reduces the dimensions of x behind the first `kept` ones.
  static void reduce(ReduceOp op, float[] x, Layout xl, int kept, float[] out) {
    ReducedLines lines = ReducedLines.of(xl, kept);
    Layout results = ReducedLines.results(xl, kept);
    Loops.run(
        (n, start, step) -> {
          if (step[0] == 1 && n >= LANES) {
            acrossLines(op, x, start[0], lines, n, out, start[1]);
          } else {
            alongLines(op, x, start[0], step[0], lines, n, out, start[1]);
          }
        },
        results,
        Layout.contiguous(results.shape()));
  }

  private static double identity(ReduceOp op) {
    return switch (op) {
      case SUM -> 0;
      case MAX -> Double.NEGATIVE_INFINITY;
      case MIN -> Double.POSITIVE_INFINITY;
    };
  }

  private static double combine(ReduceOp op, double a, double b) {
    return switch (op) {
      case SUM -> a + b;
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
    };
  }

  /// Computes `n` results whose first elements lie `step` apart, each by itself.
  private static void alongLines(
      ReduceOp op, float[] x, int first, int step, ReducedLines lines, int n, float[] out, int to) {
    Workers.parallelFor(
        n,
        Math.max(1, ParallelLoops.GRAIN / Math.max(1, lines.numel())),
        (from, end) -> {
          for (int i = from; i < end; i++) {
            out[to + i] = (float) reduced(op, x, first + i * step, lines);
          }
        });
  }

  static double reduced(ReduceOp op, float[] x, int first, ReducedLines lines) {
    if (lines.numel() > PART && lines.parts(PART) > 1) {
      double[] results = new double[lines.parts(PART)];
      Workers.parallelFor(
          results.length, 1, (i, _) -> results[i] = reduced(op, x, first, lines.part(i, PART)));
      return combined(op, results, 0, results.length);
    }
    double result = identity(op);
    for (int start : lines.starts()) {
      result = combine(op, result, line(op, x, first + start, lines.step(), lines.length()));
    }
    return result;
  }

  private static double combined(ReduceOp op, double[] results, int from, int to) {
    if (to - from == 1) {
      return results[from];
    }
    int middle = (from + to) >>> 1;
    return combine(op, combined(op, results, from, middle), combined(op, results, middle, to));
  }

  /// Reduces `n` elements that lie `step` apart.
  static double line(ReduceOp op, float[] x, int from, int step, int n) {
    boolean isWide = step == 1 && n > STRIDED_BLOCK;
    int block = isWide ? PIECE : STRIDED_BLOCK;
    if (n > block) {
      int half = block * Math.ceilDiv(n / 2, block);
      double left = line(op, x, from, step, half);
      return combine(op, left, line(op, x, from + half * step, step, n - half));
    }
    return isWide ? BLOCKS.get(op).reduce(x, from, n) : oneByOne(op, x, from, step, n);
  }

  private static double oneByOne(ReduceOp op, float[] x, int from, int step, int n) {
    double result = identity(op);
    for (int i = 0; i < n; i++) {
      result = combine(op, result, x[from + i * step]);
    }
    return result;
  }

  /// The method is so long that the compiler keeps it by itself: inside of its callers it would
  /// give up on vectors in registers.
  private static double sum(float[] x, int from, int n) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int i = 0;
    while (i <= n - 16 * LANES) {
      DoubleVector a = DoubleVector.zero(SPECIES);
      DoubleVector b = a;
      DoubleVector c = a;
      DoubleVector d = a;
      int last = Math.min(n, i + BLOCK) - 16 * LANES;
      for (; i <= last; i += 16 * LANES) {
        a = a.add(four(x, from + i, LANES));
        b = b.add(four(x, from + i + 4 * LANES, LANES));
        c = c.add(four(x, from + i + 8 * LANES, LANES));
        d = d.add(four(x, from + i + 12 * LANES, LANES));
      }
      sum = sum.add(a.add(b).add(c.add(d)));
    }
    if (i <= n - 8 * LANES) {
      DoubleVector first = four(x, from + i, LANES);
      sum = sum.add(first.add(four(x, from + i + 4 * LANES, LANES)));
      i += 8 * LANES;
    }
    if (i <= n - 4 * LANES) {
      sum = sum.add(four(x, from + i, LANES));
      i += 4 * LANES;
    }
    for (; i <= n - LANES; i += LANES) {
      sum = sum.add(load(x, from + i));
    }
    double result = 0;
    for (double lane : sum.toArray()) { // reduceLanes(ADD) promises no order
      result += lane;
    }
    for (; i < n; i++) {
      result += x[from + i];
    }
    return result;
  }

  /// Computes `n` results whose first elements lie side by side: row after row is taken into as
  /// many results at a time.
  private static void acrossLines(
      ReduceOp op, float[] x, int first, ReducedLines lines, int n, float[] out, int to) {
    int grain = COLUMNS * Math.max(1, ParallelLoops.GRAIN / COLUMNS / Math.max(1, lines.numel()));
    Workers.parallelFor(
        n,
        grain,
        (from, end) -> {
          for (int j = from; j < end; j += COLUMNS) {
            int width = Math.min(COLUMNS, end - j);
            double[] results = columns(op, x, first + j, lines, width);
            for (int i = 0; i < width; i++) {
              out[to + j + i] = (float) results[i];
            }
          }
        });
  }

  static double[] columns(ReduceOp op, float[] x, int first, ReducedLines lines, int n) {
    int rows = PIECE / n;
    int parts = lines.parts(rows);
    double[] results = new double[n];
    Arrays.fill(results, identity(op));
    if (parts > 1) {
      double[][] ofParts = new double[parts][];
      Workers.parallelFor(
          parts, 1, (i, _) -> ofParts[i] = columns(op, x, first, lines.part(i, rows), n));
      for (double[] part : ofParts) {
        for (int i = 0; i < n; i++) {
          results[i] = combine(op, results[i], part[i]);
        }
      }
      return results;
    }
    for (int start : lines.starts()) {
      rows(op, results, x, first + start, lines.step(), lines.length());
    }
    return results;
  }

  /// Takes rows into the results. Where narrow rows adjoin, some of them make a wide one.
  private static void rows(ReduceOp op, double[] results, float[] x, int from, int step, int rows) {
    int n = results.length;
    int some = step == n ? COLUMNS / n : 1;
    int row = 0;
    if (some > 1 && rows >= 2 * some) {
      double[] wide = new double[some * n];
      Arrays.fill(wide, identity(op));
      rows(op, wide, x, from, wide.length, rows / some);
      for (int i = 0; i < wide.length; i++) {
        results[i % n] = combine(op, results[i % n], wide[i]);
      }
      row = rows / some * some;
    }
    for (; op == ReduceOp.SUM && row <= rows - 4; row += 4) {
      addFourRows(results, x, from + row * step, step, n);
    }
    for (; row < rows; row++) {
      row(op, results, x, from + row * step, n);
    }
  }

  private static void addFourRows(double[] results, float[] x, int from, int step, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      load(results, i).add(four(x, from + i, step)).intoArray(results, i);
    }
    for (; i < n; i++) {
      int at = from + i;
      results[i] += four(x[at], x[at + step], x[at + 2 * step], x[at + 3 * step]);
    }
  }

  private static void row(ReduceOp op, double[] results, float[] x, int from, int n) {
    switch (op) {
      case SUM -> addRow(results, x, from, n);
      case MAX -> maxRow(results, x, from, n);
      case MIN -> minRow(results, x, from, n);
    }
  }

  private static void addRow(double[] results, float[] x, int from, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      load(results, i).add(load(x, from + i)).intoArray(results, i);
    }
    for (; i < n; i++) {
      results[i] += x[from + i];
    }
  }

  private static void maxRow(double[] results, float[] x, int from, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      load(results, i).max(load(x, from + i)).intoArray(results, i);
    }
    for (; i < n; i++) {
      results[i] = Math.max(results[i], x[from + i]);
    }
  }

  private static void minRow(double[] results, float[] x, int from, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      load(results, i).min(load(x, from + i)).intoArray(results, i);
    }
    for (; i < n; i++) {
      results[i] = Math.min(results[i], x[from + i]);
    }
  }
}
