package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.spi.ReduceOp;

/// Layer normalization of float64. All arrays are row-major from 0.
///
/// Rows are computed by themselves, some by each thread, in loops that leave a row in the
/// first-level cache. What is summed over the rows is summed for some rows first, then over these.
final class Float64Normalization {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many rows one thread takes at most.
  private static final int MOST_ROWS = 64;

  private Float64Normalization() {}

  private static int rowsAtATime(int columns) {
    return Math.clamp(ParallelLoops.GRAIN / columns, 1, MOST_ROWS);
  }

  private static double[] orAll(double value, double[] parameter, int columns) {
    if (parameter != null) {
      return parameter;
    }
    double[] all = new double[columns];
    Arrays.fill(all, value);
    return all;
  }

  private static double sum(double[] x, int from, int n) {
    return Float64Reductions.line(ReduceOp.SUM, x, from, 1, n);
  }

  /// out = (x − mean)·scale·weight + bias, where mean and scale = 1/√(variance + eps) are those of
  /// the row.
  static void layerNorm(
      int rows,
      int columns,
      double[] x,
      double[] weight,
      double[] bias,
      double eps,
      double[] out,
      double[] mean,
      double[] scale) {
    double[] weights = orAll(1, weight, columns);
    double[] biases = orAll(0, bias, columns);
    Workers.parallelFor(
        rows,
        rowsAtATime(columns),
        (first, end) -> {
          double[] squares = new double[columns];
          for (int row = first; row < end; row++) {
            int from = row * columns;
            mean[row] = sum(x, from, columns) / columns;
            centre(x, from, mean[row], out, squares, columns);
            double variance = sum(squares, 0, columns) / columns;
            scale[row] = 1 / Math.sqrt(variance + eps);
            scale(out, from, scale[row], weights, biases, columns);
          }
        });
  }

  /// out = x − mean, and its squares.
  private static void centre(
      double[] x, int from, double mean, double[] out, double[] squares, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector centred = DoubleVector.fromArray(SPECIES, x, from + i).sub(mean);
      centred.intoArray(out, from + i);
      centred.mul(centred).intoArray(squares, i);
    }
    for (; i < n; i++) {
      double centred = x[from + i] - mean;
      out[from + i] = centred;
      squares[i] = centred * centred;
    }
  }

  /// out = out·scale·weight + bias
  private static void scale(
      double[] out, int from, double scale, double[] weight, double[] bias, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      DoubleVector normalized = DoubleVector.fromArray(SPECIES, out, from + i).mul(scale);
      DoubleVector shift = DoubleVector.fromArray(SPECIES, bias, i);
      normalized.fma(DoubleVector.fromArray(SPECIES, weight, i), shift).intoArray(out, from + i);
    }
    for (; i < n; i++) {
      out[from + i] = Math.fma(out[from + i] * scale, weight[i], bias[i]);
    }
  }

  /// The gradients for x and for the weight, each unless null, of a row normalized to n: (h −
  /// mean(h) − n·mean(h·n))·scale with h = g·weight, and the sum of g·n over the rows.
  static void layerNormBackward(
      int rows,
      int columns,
      double[] g,
      double[] x,
      double[] mean,
      double[] scale,
      double[] weight,
      double[] forX,
      double[] forWeight) {
    int some = rowsAtATime(columns);
    double[] weights = orAll(1, weight, columns);
    double[][] sums = new double[Math.ceilDiv(rows, some)][columns];
    Workers.parallelFor(
        rows,
        some,
        (first, end) -> {
          double[] n = new double[columns];
          double[] h = new double[columns];
          double[] across = new double[columns];
          for (int row = first; row < end; row++) {
            int from = row * columns;
            normalize(x, from, mean[row], scale[row], n, columns);
            meet(g, from, n, weights, h, across, sums[first / some], columns);
            if (forX != null) {
              double meanOfH = sum(h, 0, columns) / columns;
              double meanAcross = sum(across, 0, columns) / columns;
              withoutMeans(h, meanOfH, n, meanAcross, scale[row], forX, from, columns);
            }
          }
        });
    if (forWeight != null) {
      Arrays.fill(forWeight, 0);
      for (double[] ofSome : sums) {
        for (int c = 0; c < columns; c++) {
          forWeight[c] += ofSome[c];
        }
      }
    }
  }

  /// n = (x − mean)·scale
  private static void normalize(
      double[] x, int from, double mean, double scale, double[] n, int columns) {
    int i = 0;
    for (; i <= columns - LANES; i += LANES) {
      DoubleVector.fromArray(SPECIES, x, from + i).sub(mean).mul(scale).intoArray(n, i);
    }
    for (; i < columns; i++) {
      n[i] = (x[from + i] - mean) * scale;
    }
  }

  /// h = g·weight, across = h·n, and sums is increased by g·n.
  private static void meet(
      double[] g,
      int from,
      double[] n,
      double[] weight,
      double[] h,
      double[] across,
      double[] sums,
      int columns) {
    int i = 0;
    for (; i <= columns - LANES; i += LANES) {
      DoubleVector gradient = DoubleVector.fromArray(SPECIES, g, from + i);
      DoubleVector normalized = DoubleVector.fromArray(SPECIES, n, i);
      DoubleVector weighted = gradient.mul(DoubleVector.fromArray(SPECIES, weight, i));
      weighted.intoArray(h, i);
      weighted.mul(normalized).intoArray(across, i);
      gradient.fma(normalized, DoubleVector.fromArray(SPECIES, sums, i)).intoArray(sums, i);
    }
    for (; i < columns; i++) {
      h[i] = g[from + i] * weight[i];
      across[i] = h[i] * n[i];
      sums[i] = Math.fma(g[from + i], n[i], sums[i]);
    }
  }

  /// out = (h − meanOfH − n·meanAcross)·scale
  private static void withoutMeans(
      double[] h,
      double meanOfH,
      double[] n,
      double meanAcross,
      double scale,
      double[] out,
      int from,
      int columns) {
    int i = 0;
    for (; i <= columns - LANES; i += LANES) {
      DoubleVector rest = DoubleVector.fromArray(SPECIES, h, i).sub(meanOfH);
      DoubleVector.fromArray(SPECIES, n, i)
          .fma(DoubleVector.broadcast(SPECIES, -meanAcross), rest)
          .mul(scale)
          .intoArray(out, from + i);
    }
    for (; i < columns; i++) {
      out[from + i] = Math.fma(n[i], -meanAcross, h[i] - meanOfH) * scale;
    }
  }
}
