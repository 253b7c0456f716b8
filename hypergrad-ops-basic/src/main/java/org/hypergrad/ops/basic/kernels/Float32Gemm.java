// Generated from Float64Gemm.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import org.hypergrad.Layout;

/// Matrix multiplication of float32: a row of the result is the sum of the rows of b, times the
/// numbers in a row of a. So the innermost loop runs along rows, where the elements lie side by
/// side.
final class Float32Gemm {
  private Float32Gemm() {}

  /// out\[i\] = a\[i\] · b\[i\], or is increased by it, for each of a batch.
  static void gemm(
      float[] a, Layout al, float[] b, Layout bl, float[] out, Layout ol, boolean accumulate) {
    for (int i = 0; i < ol.size(0); i++) {
      multiply(a, al.select(0, i), b, bl.select(0, i), out, ol.select(0, i), accumulate);
    }
  }

  private static void multiply(
      float[] a, Layout al, float[] b, Layout bl, float[] out, Layout ol, boolean accumulate) {
    if (bl.stride(1) != 1) {
      float[] rows = new float[bl.numel()];
      Layout rl = Layout.contiguous(bl.shape());
      Float32Movement.copy(b, bl, rows, rl);
      multiplyRows(a, al, rows, rl, out, ol, accumulate);
    } else {
      multiplyRows(a, al, b, bl, out, ol, accumulate);
    }
  }

  private static void multiplyRows(
      float[] a, Layout al, float[] b, Layout bl, float[] out, Layout ol, boolean accumulate) {
    double[] sums = new double[ol.size(1)];
    for (int i = 0; i < ol.size(0); i++) {
      int row = ol.offset() + i * ol.stride(0);
      for (int j = 0; j < sums.length; j++) {
        sums[j] = accumulate ? out[row + j * ol.stride(1)] : 0;
      }
      for (int k = 0; k < al.size(1); k++) {
        double factor = a[al.offset() + i * al.stride(0) + k * al.stride(1)];
        addMultiple(factor, b, bl.offset() + k * bl.stride(0), sums);
      }
      for (int j = 0; j < sums.length; j++) {
        out[row + j * ol.stride(1)] = (float) sums[j];
      }
    }
  }

  private static void addMultiple(double factor, float[] b, int row, double[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += factor * b[row + j];
    }
  }
}
