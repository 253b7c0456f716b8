package org.hypergrad.spi;

import java.util.Arrays;
import org.hypergrad.Layout;

/// Runs a loop over strided tensors of one shape as few long, one-dimensional loops: neighbouring
/// dimensions that all operands step through evenly are merged, so that contiguous operands of any
/// rank need a single one (PyTorch: `aten/src/ATen/TensorIterator.cpp`).
public final class Loops {
  private Loops() {}

  /// A one-dimensional loop.
  @FunctionalInterface
  public interface Inner {
    /// Handles `n` elements; operand k starts at `start[k]` of its array and goes on in steps of
    /// `step[k]`.
    void run(int n, int[] start, int[] step);
  }

  /// Runs `inner` over all elements of operands that have the same shape. The order of the calls is
  /// row-major.
  public static void run(Inner inner, Layout... operands) {
    int numel = operands[0].numel();
    if (numel == 0) {
      return;
    }
    int rank = operands[0].rank();
    int[] sizes = new int[rank];
    int[][] strides = new int[rank][];
    int merged = 0;
    for (int d = 0; d < rank; d++) {
      int size = operands[0].size(d);
      if (size == 1) {
        continue;
      }
      int[] stride = new int[operands.length];
      for (int k = 0; k < operands.length; k++) {
        stride[k] = operands[k].stride(d);
      }
      if (merged > 0 && stepsEvenly(strides[merged - 1], stride, size)) {
        sizes[merged - 1] *= size;
        strides[merged - 1] = stride;
      } else {
        sizes[merged] = size;
        strides[merged++] = stride;
      }
    }
    int[] start = new int[operands.length];
    Arrays.setAll(start, k -> operands[k].offset());
    if (merged == 0) {
      inner.run(1, start, new int[operands.length]);
    } else {
      run(inner, 0, merged, sizes, strides, start);
    }
  }

  private static boolean stepsEvenly(int[] outer, int[] inner, int size) {
    for (int k = 0; k < outer.length; k++) {
      if (outer[k] != inner[k] * size) {
        return false;
      }
    }
    return true;
  }

  private static void run(
      Inner inner, int dim, int rank, int[] sizes, int[][] strides, int[] start) {
    if (dim == rank - 1) {
      inner.run(sizes[dim], start, strides[dim]);
      return;
    }
    int[] at = start.clone();
    for (int i = 0; i < sizes[dim]; i++) {
      run(inner, dim + 1, rank, sizes, strides, at);
      for (int k = 0; k < at.length; k++) {
        at[k] += strides[dim][k];
      }
    }
  }
}
