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

  /// How many columns are added up in the lanes of a vector before they join the others.
  private static final int BLOCK = 2048;

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
          for (int row = first; row < end; row++) {
            int from = row * columns;
            mean[row] = sum(x, from, columns) / columns;
            float variance = (float) Float32Variance.squares(x, from, columns, mean[row]) / columns;
            scale[row] = 1 / (float) Math.sqrt(variance + eps);
            normalize(x, from, mean[row], scale[row], weights, biases, out, columns);
          }
        });
  }

  /// out = (x − mean)·scale·weight + bias
  private static void normalize(
      float[] x,
      int from,
      float mean,
      float scale,
      float[] weight,
      float[] bias,
      float[] out,
      int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector normalized = FloatVector.fromArray(SPECIES, x, from + i).sub(mean).mul(scale);
      FloatVector shift = FloatVector.fromArray(SPECIES, bias, i);
      normalized.fma(FloatVector.fromArray(SPECIES, weight, i), shift).intoArray(out, from + i);
    }
    for (; i < n; i++) {
      out[from + i] = Math.fma((x[from + i] - mean) * scale, weight[i], bias[i]);
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
    int rowsOfSum = rowsAtATime(columns);
    float[] weights = orAll(1, weight, columns);
    float[][] sums = new float[Math.ceilDiv(rows, rowsOfSum)][columns];
    Workers.parallelFor(
        rows,
        rowsOfSum,
        (first, end) -> {
          float[] sumsOfRow = new float[2];
          for (int row = first; row < end; row++) {
            int from = row * columns;
            Arrays.fill(sumsOfRow, 0);
            for (int c = 0; c < columns; c += BLOCK) {
              int some = Math.min(BLOCK, columns - c);
              meet(
                  g,
                  x,
                  from,
                  mean[row],
                  scale[row],
                  weights,
                  sumsOfRow,
                  sums[first / rowsOfSum],
                  c,
                  some);
            }
            if (forX != null) {
              float meanOfH = sumsOfRow[0] / columns;
              float meanAcross = sumsOfRow[1] / columns;
              withoutMeans(
                  g, x, from, mean[row], scale[row], weights, meanOfH, meanAcross, forX, columns);
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

  /// With n = (x − mean)·scale and h = g·weight, of some columns: sumsOfRow\[0\] += Σ h,
  /// sumsOfRow\[1\] += Σ h·n, and g·n is added to `sums`.
  private static void meet(
      float[] g,
      float[] x,
      int row,
      float mean,
      float scale,
      float[] weight,
      float[] sumsOfRow,
      float[] sums,
      int from,
      int columns) {
    FloatVector plain = FloatVector.zero(SPECIES);
    FloatVector across = plain;
    int i = from;
    for (; i <= from + columns - LANES; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, g, row + i);
      FloatVector n = FloatVector.fromArray(SPECIES, x, row + i).sub(mean).mul(scale);
      FloatVector h = gradient.mul(FloatVector.fromArray(SPECIES, weight, i));
      plain = plain.add(h);
      across = h.fma(n, across);
      gradient.fma(n, FloatVector.fromArray(SPECIES, sums, i)).intoArray(sums, i);
    }
    float[] plainLanes = plain.toArray(); // reduceLanes(ADD) promises no order
    float[] acrossLanes = across.toArray();
    for (int lane = 0; lane < LANES; lane++) {
      sumsOfRow[0] += plainLanes[lane];
      sumsOfRow[1] += acrossLanes[lane];
    }
    for (; i < from + columns; i++) {
      float n = (x[row + i] - mean) * scale;
      float h = g[row + i] * weight[i];
      sumsOfRow[0] += h;
      sumsOfRow[1] = Math.fma(h, n, sumsOfRow[1]);
      sums[i] = Math.fma(g[row + i], n, sums[i]);
    }
  }

  /// out = (h − meanOfH − n·meanAcross)·scale
  private static void withoutMeans(
      float[] g,
      float[] x,
      int row,
      float mean,
      float scale,
      float[] weight,
      float meanOfH,
      float meanAcross,
      float[] out,
      int columns) {
    int i = 0;
    for (; i <= columns - LANES; i += LANES) {
      FloatVector n = FloatVector.fromArray(SPECIES, x, row + i).sub(mean).mul(scale);
      FloatVector h =
          FloatVector.fromArray(SPECIES, g, row + i).mul(FloatVector.fromArray(SPECIES, weight, i));
      n.fma(FloatVector.broadcast(SPECIES, -meanAcross), h.sub(meanOfH))
          .mul(scale)
          .intoArray(out, row + i);
    }
    for (; i < columns; i++) {
      float n = (x[row + i] - mean) * scale;
      out[row + i] = Math.fma(n, -meanAcross, g[row + i] * weight[i] - meanOfH) * scale;
    }
  }
}
