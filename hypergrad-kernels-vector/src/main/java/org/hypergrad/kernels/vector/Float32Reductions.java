// Generated from Float64Reductions.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static org.hypergrad.kernels.vector.Widening.load;
import static org.hypergrad.kernels.vector.Widening.pairs;

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
/// A sum along a line is *pairwise*: blocks are added up in the lanes of eight vectors, then blocks
/// with blocks, halves with halves, so that rounding errors grow with the logarithm of the length.
/// Lines are added one after the other. Sums are float32, of either type of elements; but elements
/// of long lines first meet in pairs, of their own type ([Widening#pairs(float\[\], int)]).
///
/// Many elements are reduced in parts, by several threads, then the results of the parts. The order
/// of all this depends on the layout alone, and each result is computed by itself.
final class Float32Reductions {
  private static final VectorSpecies<Double> SPECIES = Widening.SPECIES;
  private static final int LANES = SPECIES.length();

  /// The longest piece of a line that is not halved, if its elements lie side by side.
  private static final int BLOCK = 4096;

  /// The longest such piece if they lie apart, and are added up one by one.
  private static final int STRIDED_BLOCK = 32;

  /// How many elements of a result are reduced by one thread, in blocks.
  static final int PART = 8 * BLOCK;

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
    int parts = lines.parts(PART);
    if (parts > 1) {
      double[] results = new double[parts];
      Workers.parallelFor(
          parts, 1, (i, _) -> results[i] = reduced(op, x, first, lines.part(i, PART)));
      return combined(op, results, 0, parts);
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
    int block = step == 1 ? BLOCK : STRIDED_BLOCK;
    if (n > block) {
      int half = block * Math.ceilDiv(n / 2, block);
      double left = line(op, x, from, step, half);
      return combine(op, left, line(op, x, from + half * step, step, n - half));
    }
    if (step != 1) {
      double result = identity(op);
      for (int i = 0; i < n; i++) {
        result = combine(op, result, x[from + i * step]);
      }
      return result;
    }
    return BLOCKS.get(op).reduce(x, from, n);
  }

  /// The method is so long that the compiler keeps it by itself: inside of its callers it would
  /// give up on vectors in registers.
  private static double sum(float[] x, int from, int n) {
    DoubleVector a = DoubleVector.zero(SPECIES);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    DoubleVector e = a;
    DoubleVector f = a;
    DoubleVector g = a;
    DoubleVector h = a;
    int i = 0;
    for (; i <= n - 16 * LANES; i += 16 * LANES) {
      a = a.add(pairs(x, from + i));
      b = b.add(pairs(x, from + i + 2 * LANES));
      c = c.add(pairs(x, from + i + 4 * LANES));
      d = d.add(pairs(x, from + i + 6 * LANES));
      e = e.add(pairs(x, from + i + 8 * LANES));
      f = f.add(pairs(x, from + i + 10 * LANES));
      g = g.add(pairs(x, from + i + 12 * LANES));
      h = h.add(pairs(x, from + i + 14 * LANES));
    }
    if (i <= n - 8 * LANES) {
      a = a.add(pairs(x, from + i));
      b = b.add(pairs(x, from + i + 2 * LANES));
      c = c.add(pairs(x, from + i + 4 * LANES));
      d = d.add(pairs(x, from + i + 6 * LANES));
      i += 8 * LANES;
    }
    for (; i <= n - LANES; i += LANES) {
      a = a.add(load(x, from + i));
    }
    DoubleVector lanes = a.add(b).add(c.add(d)).add(e.add(f).add(g.add(h)));
    double sum = 0;
    for (double lane : lanes.toArray()) { // reduceLanes(ADD) promises no order
      sum += lane;
    }
    for (; i < n; i++) {
      sum += x[from + i];
    }
    return sum;
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
    int rows = PART / n;
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
      for (int i = 0; i < lines.length(); i++) {
        row(op, results, x, first + start + i * lines.step(), n);
      }
    }
    return results;
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
