// Generated from Float64Normalization.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.spi.ReduceOp;

/// Layer normalization of float32. All arrays are row-major from 0.
///
/// Rows are computed by themselves, some by each thread, in loops that leave a row in the
/// first-level cache. What is summed over the rows is summed for some rows first, then over these.
final class Float32Normalization {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many rows one thread takes at most.
  private static final int MOST_ROWS = 64;

  private Float32Normalization() {}

  private static int rowsAtATime(int columns) {
    return Math.clamp(ParallelLoops.GRAIN / columns, 1, MOST_ROWS);
  }

  private static float[] orAll(float value, float[] parameter, int columns) {
    if (parameter != null) {
      return parameter;
    }
    float[] all = new float[columns];
    Arrays.fill(all, value);
    return all;
  }

  private static float sum(float[] x, int from, int n) {
    return (float) Float32Reductions.line(ReduceOp.SUM, x, from, 1, n);
  }

  /// out = (x − mean)·scale·weight + bias, where mean and scale = 1/√(variance + eps) are those of
  /// the row.
  static void layerNorm(
      int rows,
      int columns,
      float[] x,
      float[] weight,
      float[] bias,
      double eps,
      float[] out,
      float[] mean,
      float[] scale) {
    float[] weights = orAll(1, weight, columns);
    float[] biases = orAll(0, bias, columns);
    Workers.parallelFor(
        rows,
        rowsAtATime(columns),
        (first, end) -> {
          float[] squares = new float[columns];
          for (int row = first; row < end; row++) {
            int from = row * columns;
            mean[row] = sum(x, from, columns) / columns;
            centre(x, from, mean[row], out, squares, columns);
            float variance = sum(squares, 0, columns) / columns;
            scale[row] = 1 / (float) Math.sqrt(variance + eps);
            scale(out, from, scale[row], weights, biases, columns);
          }
        });
  }

  /// out = x − mean, and its squares.
  private static void centre(float[] x, int from, float mean, float[] out, float[] squares, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector centred = FloatVector.fromArray(SPECIES, x, from + i).sub(mean);
      centred.intoArray(out, from + i);
      centred.mul(centred).intoArray(squares, i);
    }
    for (; i < n; i++) {
      float centred = x[from + i] - mean;
      out[from + i] = centred;
      squares[i] = centred * centred;
    }
  }

  /// out = out·scale·weight + bias
  private static void scale(
      float[] out, int from, float scale, float[] weight, float[] bias, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector normalized = FloatVector.fromArray(SPECIES, out, from + i).mul(scale);
      FloatVector shift = FloatVector.fromArray(SPECIES, bias, i);
      normalized.fma(FloatVector.fromArray(SPECIES, weight, i), shift).intoArray(out, from + i);
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
      float[] g,
      float[] x,
      float[] mean,
      float[] scale,
      float[] weight,
      float[] forX,
      float[] forWeight) {
    int some = rowsAtATime(columns);
    float[] weights = orAll(1, weight, columns);
    float[][] sums = new float[Math.ceilDiv(rows, some)][columns];
    Workers.parallelFor(
        rows,
        some,
        (first, end) -> {
          float[] n = new float[columns];
          float[] h = new float[columns];
          float[] across = new float[columns];
          for (int row = first; row < end; row++) {
            int from = row * columns;
            normalize(x, from, mean[row], scale[row], n, columns);
            meet(g, from, n, weights, h, across, sums[first / some], columns);
            if (forX != null) {
              float meanOfH = sum(h, 0, columns) / columns;
              float meanAcross = sum(across, 0, columns) / columns;
              withoutMeans(h, meanOfH, n, meanAcross, scale[row], forX, from, columns);
            }
          }
        });
    if (forWeight != null) {
      Arrays.fill(forWeight, 0);
      for (float[] ofSome : sums) {
        for (int c = 0; c < columns; c++) {
          forWeight[c] += ofSome[c];
        }
      }
    }
  }

  /// n = (x − mean)·scale
  private static void normalize(
      float[] x, int from, float mean, float scale, float[] n, int columns) {
    int i = 0;
    for (; i <= columns - LANES; i += LANES) {
      FloatVector.fromArray(SPECIES, x, from + i).sub(mean).mul(scale).intoArray(n, i);
    }
    for (; i < columns; i++) {
      n[i] = (x[from + i] - mean) * scale;
    }
  }

  /// h = g·weight, across = h·n, and sums is increased by g·n.
  private static void meet(
      float[] g,
      int from,
      float[] n,
      float[] weight,
      float[] h,
      float[] across,
      float[] sums,
      int columns) {
    int i = 0;
    for (; i <= columns - LANES; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, g, from + i);
      FloatVector normalized = FloatVector.fromArray(SPECIES, n, i);
      FloatVector weighted = gradient.mul(FloatVector.fromArray(SPECIES, weight, i));
      weighted.intoArray(h, i);
      weighted.mul(normalized).intoArray(across, i);
      gradient.fma(normalized, FloatVector.fromArray(SPECIES, sums, i)).intoArray(sums, i);
    }
    for (; i < columns; i++) {
      h[i] = g[from + i] * weight[i];
      across[i] = h[i] * n[i];
      sums[i] = Math.fma(g[from + i], n[i], sums[i]);
    }
  }

  /// out = (h − meanOfH − n·meanAcross)·scale
  private static void withoutMeans(
      float[] h,
      float meanOfH,
      float[] n,
      float meanAcross,
      float scale,
      float[] out,
      int from,
      int columns) {
    int i = 0;
    for (; i <= columns - LANES; i += LANES) {
      FloatVector rest = FloatVector.fromArray(SPECIES, h, i).sub(meanOfH);
      FloatVector.fromArray(SPECIES, n, i)
          .fma(FloatVector.broadcast(SPECIES, -meanAcross), rest)
          .mul(scale)
          .intoArray(out, from + i);
    }
    for (; i < columns; i++) {
      out[from + i] = Math.fma(n[i], -meanAcross, h[i] - meanOfH) * scale;
    }
  }
}
