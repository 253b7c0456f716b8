// Generated from Float64Normalization.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

/// Layer normalization of float32, one row at a time. All arrays are row-major from 0.
final class Float32Normalization {
  private Float32Normalization() {}

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
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      double centre = mean(columns, x, from);
      double factor = 1 / Math.sqrt(variance(columns, x, from, centre) + eps);
      for (int c = 0; c < columns; c++) {
        double normalized = (x[from + c] - centre) * factor;
        double scaled = weight == null ? normalized : normalized * weight[c];
        out[from + c] = (float) (bias == null ? scaled : scaled + bias[c]);
      }
      mean[row] = (float) centre;
      scale[row] = (float) factor;
    }
  }

  private static double mean(int n, float[] x, int from) {
    double sum = 0;
    for (int i = from; i < from + n; i++) {
      sum += x[i];
    }
    return sum / n;
  }

  private static double variance(int n, float[] x, int from, double mean) {
    double sum = 0;
    for (int i = from; i < from + n; i++) {
      double deviation = x[i] - mean;
      sum += deviation * deviation;
    }
    return sum / n;
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
    double[] sums = new double[columns];
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      double centre = mean[row];
      double factor = scale[row];
      double sum = 0;
      double sumAcross = 0;
      for (int c = 0; c < columns; c++) {
        double normalized = (x[from + c] - centre) * factor;
        double h = weight == null ? g[from + c] : g[from + c] * weight[c];
        sum += h;
        sumAcross += h * normalized;
        sums[c] += g[from + c] * normalized;
      }
      for (int c = 0; forX != null && c < columns; c++) {
        double normalized = (x[from + c] - centre) * factor;
        double h = weight == null ? g[from + c] : g[from + c] * weight[c];
        forX[from + c] = (float) ((h - (sum + normalized * sumAcross) / columns) * factor);
      }
    }
    for (int c = 0; forWeight != null && c < columns; c++) {
      forWeight[c] = (float) sums[c];
    }
  }
}
