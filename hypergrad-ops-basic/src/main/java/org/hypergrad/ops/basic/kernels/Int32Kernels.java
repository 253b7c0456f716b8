package org.hypergrad.ops.basic.kernels;

import org.hypergrad.Layout;
import org.hypergrad.spi.Kernels;

/// The kernels of int32: its elements are moved as they are, arithmetic is done in int64.
record Int32Kernels(Kernels<int[]> next) implements Kernels<int[]> {
  @Override
  public String provider() {
    return ScalarKernelProvider.NAME;
  }

  @Override
  public void copy(int[] x, Layout xl, int[] out, Layout ol) {
    Int32Movement.copy(x, xl, out, ol);
  }

  @Override
  public void where(
      boolean[] condition,
      Layout cl,
      int[] a,
      Layout al,
      int[] b,
      Layout bl,
      int[] out,
      Layout ol) {
    Int32Movement.where(condition, cl, a, al, b, bl, out, ol);
  }

  @Override
  public void gather(int[] x, Layout xl, int dim, long[] index, Layout il, int[] out, Layout ol) {
    Int32Movement.gather(x, xl, dim, index, il, out, ol);
  }
}
