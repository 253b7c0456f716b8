package org.hypergrad.kernels.vector;

import org.hypergrad.DType;

/// Compares results with what a definition says, in units of the last place of an element type.
final class Precision {
  private Precision() {}

  /// The number of `dtype` nearest to x.
  static double round(DType dtype, double x) {
    return dtype == DType.FLOAT32 ? (float) x : x;
  }

  /// Whether `actual` is `expected`, also in its sign if that is 0; any NaN is as good as another.
  static boolean same(double actual, double expected) {
    return Double.compare(actual, expected) == 0;
  }

  /// Whether `actual` is within some units of the last place of `expected`, or both are tiny.
  static boolean close(DType dtype, double actual, double expected, double ulps) {
    double wanted = round(dtype, expected);
    if (same(actual, wanted)) {
      return true;
    }
    double tiny = 256 * (dtype == DType.FLOAT32 ? Float.MIN_NORMAL : Double.MIN_NORMAL);
    double ulp = dtype == DType.FLOAT32 ? Math.ulp((float) expected) : Math.ulp(expected);
    return Math.abs(actual - wanted) <= Math.max(ulps * ulp, tiny);
  }
}
