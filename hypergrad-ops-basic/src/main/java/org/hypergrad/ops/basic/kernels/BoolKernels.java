// Generated from Int32Kernels.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import org.hypergrad.Layout;
import org.hypergrad.spi.Kernels;

/// The kernels of bool: its elements are moved as they are, arithmetic is done in int64.
record BoolKernels(Kernels<boolean[]> next) implements Kernels<boolean[]> {
  @Override
  public String provider() {
    return ScalarKernelProvider.NAME;
  }

  @Override
  public void copy(boolean[] x, Layout xl, boolean[] out, Layout ol) {
    BoolMovement.copy(x, xl, out, ol);
  }

  @Override
  public void where(
      boolean[] condition,
      Layout cl,
      boolean[] a,
      Layout al,
      boolean[] b,
      Layout bl,
      boolean[] out,
      Layout ol) {
    BoolMovement.where(condition, cl, a, al, b, bl, out, ol);
  }

  @Override
  public void gather(
      boolean[] x, Layout xl, int dim, long[] index, Layout il, boolean[] out, Layout ol) {
    BoolMovement.gather(x, xl, dim, index, il, out, ol);
  }
}
