// Generated from Int32Kernels.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import org.hypergrad.Layout;
import org.hypergrad.spi.Kernels;

/// The kernels of uint8: its elements are moved as they are, arithmetic is done in int64.
record UInt8Kernels(Kernels<byte[]> next) implements Kernels<byte[]> {
  @Override
  public String provider() {
    return ScalarKernelProvider.NAME;
  }

  @Override
  public void copy(byte[] x, Layout xl, byte[] out, Layout ol) {
    UInt8Movement.copy(x, xl, out, ol);
  }

  @Override
  public void where(
      boolean[] condition,
      Layout cl,
      byte[] a,
      Layout al,
      byte[] b,
      Layout bl,
      byte[] out,
      Layout ol) {
    UInt8Movement.where(condition, cl, a, al, b, bl, out, ol);
  }

  @Override
  public void gather(byte[] x, Layout xl, int dim, long[] index, Layout il, byte[] out, Layout ol) {
    UInt8Movement.gather(x, xl, dim, index, il, out, ol);
  }
}
