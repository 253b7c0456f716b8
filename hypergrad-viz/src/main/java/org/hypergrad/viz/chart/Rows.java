package org.hypergrad.viz.chart;

import java.util.Arrays;
import org.hypergrad.Tensor;

/// The rows of a matrix.
final class Rows {
  private Rows() {}

  /// @param what the matrix is, for the message
  /// @throws IllegalArgumentException if it is no matrix
  static double[][] of(String what, Tensor matrix) {
    if (matrix.rank() != 2) {
      throw new IllegalArgumentException(
          what + " have to be a matrix, not of shape " + matrix.shape());
    }
    double[] values = matrix.toDoubles();
    double[][] rows = new double[matrix.size(0)][];
    int size = matrix.size(1);
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * size, (i + 1) * size));
    return rows;
  }
}
