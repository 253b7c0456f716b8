package org.hypergrad.kernels.vector;

import static org.hypergrad.kernels.vector.Widening.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;

/// Variances of float64, in two passes: the mean, and what the elements deviate from it. Along
/// lines and across them, in parts, as [Float64Reductions] has it; computed in float64, of either
/// type of elements.
final class Float64Variance {
  private static final VectorSpecies<Double> SPECIES = Widening.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int PART = Float64Reductions.PIECE;
  private static final int COLUMNS = Float64Reductions.COLUMNS;

  private Float64Variance() {}

  /// out = Σ (x − mean)² / divisor over the dimensions behind the first `kept` ones.
  static void variance(double[] x, Layout xl, int kept, double divisor, double[] out) {
    ReducedLines lines = ReducedLines.of(xl, kept);
    Layout results = ReducedLines.results(xl, kept);
    Loops.run(
        (n, start, step) -> {
          if (step[0] == 1 && n >= LANES) {
            acrossLines(x, start[0], lines, n, divisor, out, start[1]);
          } else {
            alongLines(x, start[0], step[0], lines, n, divisor, out, start[1]);
          }
        },
        results,
        Layout.contiguous(results.shape()));
  }

  private static void alongLines(
      double[] x,
      int first,
      int step,
      ReducedLines lines,
      int n,
      double divisor,
      double[] out,
      int to) {
    Workers.parallelFor(
        n,
        Math.max(1, ParallelLoops.GRAIN / Math.max(1, lines.numel())),
        (from, end) -> {
          for (int i = from; i < end; i++) {
            double variance = squares(x, first + i * step, lines) / divisor;
            out[to + i] = variance;
          }
        });
  }

  /// Σ (x − mean)² of one result.
  private static double squares(double[] x, int first, ReducedLines lines) {
    double mean = Float64Reductions.reduced(ReduceOp.SUM, x, first, lines) / lines.numel();
    double[][] moments = new double[lines.parts(PART)][2];
    Workers.parallelFor(
        moments.length,
        1,
        (i, _) -> {
          ReducedLines part = lines.part(i, PART);
          for (int start : part.starts()) {
            addMoments(x, first + start, part.step(), part.length(), mean, moments[i]);
          }
        });
    double deviations = 0;
    double squares = 0;
    for (double[] ofPart : moments) {
      deviations += ofPart[0];
      squares += ofPart[1];
    }
    return corrected(deviations, squares, lines.numel());
  }

  /// Σ (x − mean)², where `mean` is that of `n` elements that lie side by side, but for rounding.
  static double squares(double[] x, int from, int n, double mean) {
    double[] moments = new double[2];
    addMoments(x, from, 1, n, mean, moments);
    return corrected(moments[0], moments[1], n);
  }

  /// The sum of squares around the exact mean: deviations from a rounded one do not add up to 0.
  private static double corrected(double deviations, double squares, int n) {
    return n == 0 ? 0 : squares - deviations * deviations / n;
  }

  /// moments\[0\] += Σ (x − mean), moments\[1\] += Σ (x − mean)²
  private static void addMoments(
      double[] x, int from, int step, int n, double mean, double[] moments) {
    int i = step == 1 ? addVectors(x, from, n, mean, moments) : 0;
    double deviations = moments[0];
    double squares = moments[1];
    for (; i < n; i++) {
      double deviation = x[from + i * step] - mean;
      deviations += deviation;
      squares += deviation * deviation;
    }
    moments[0] = deviations;
    moments[1] = squares;
  }

  /// As [#addMoments], for as many elements as fill vectors; how many that are.
  private static int addVectors(double[] x, int from, int n, double mean, double[] moments) {
    DoubleVector firstDeviations = DoubleVector.zero(SPECIES);
    DoubleVector firstSquares = firstDeviations;
    DoubleVector otherDeviations = firstDeviations;
    DoubleVector otherSquares = firstDeviations;
    int i = 0;
    for (; i <= n - 2 * LANES; i += 2 * LANES) {
      DoubleVector first = load(x, from + i).sub(mean);
      DoubleVector other = load(x, from + i + LANES).sub(mean);
      firstDeviations = firstDeviations.add(first);
      firstSquares = first.fma(first, firstSquares);
      otherDeviations = otherDeviations.add(other);
      otherSquares = other.fma(other, otherSquares);
    }
    moments[0] += inOrder(firstDeviations.add(otherDeviations));
    moments[1] += inOrder(firstSquares.add(otherSquares));
    return i;
  }

  /// The sum of the lanes; reduceLanes(ADD) promises no order.
  private static double inOrder(DoubleVector lanes) {
    double sum = 0;
    for (double lane : lanes.toArray()) {
      sum += lane;
    }
    return sum;
  }

  private static void acrossLines(
      double[] x, int first, ReducedLines lines, int n, double divisor, double[] out, int to) {
    int grain = COLUMNS * Math.max(1, ParallelLoops.GRAIN / COLUMNS / Math.max(1, lines.numel()));
    Workers.parallelFor(
        n,
        grain,
        (from, end) -> {
          for (int j = from; j < end; j += COLUMNS) {
            int width = Math.min(COLUMNS, end - j);
            double[] means = Float64Reductions.columns(ReduceOp.SUM, x, first + j, lines, width);
            for (int i = 0; i < width; i++) {
              means[i] /= lines.numel();
            }
            double[] squares = columns(x, first + j, lines, means);
            for (int i = 0; i < width; i++) {
              double variance = squares[i] / divisor;
              out[to + j + i] = variance;
            }
          }
        });
  }

  /// Σ (x − mean)² of results whose first elements lie side by side.
  private static double[] columns(double[] x, int first, ReducedLines lines, double[] means) {
    int rows = Float64Reductions.PIECE / means.length;
    double[][] squares = new double[lines.parts(rows)][means.length];
    Workers.parallelFor(
        squares.length,
        1,
        (i, _) -> {
          ReducedLines part = lines.part(i, rows);
          for (int start : part.starts()) {
            for (int row = 0; row < part.length(); row++) {
              addSquares(squares[i], means, x, first + start + row * part.step());
            }
          }
        });
    double[] sums = new double[means.length];
    for (double[] ofPart : squares) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += ofPart[j];
      }
    }
    return sums;
  }

  private static void addSquares(double[] squares, double[] means, double[] x, int from) {
    int i = 0;
    for (; i <= means.length - LANES; i += LANES) {
      DoubleVector deviation = load(x, from + i).sub(load(means, i));
      deviation.fma(deviation, load(squares, i)).intoArray(squares, i);
    }
    for (; i < means.length; i++) {
      double deviation = x[from + i] - means[i];
      squares[i] += deviation * deviation;
    }
  }
}
