package org.hypergrad.kernels.vector;

import org.hypergrad.Layout;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.ReduceOp;

/// The vector kernels of int64, in which the arithmetic of all integer types is done. What is
/// absent here, and what is too short for vectors, goes to the next provider.
record Int64Kernels(Kernels<long[]> next) implements Kernels<long[]> {
  @Override
  public String provider() {
    return VectorKernelProvider.NAME;
  }

  private boolean isSmall(Layout... operands) {
    return next != null
        && (operands[0].numel() < VectorKernelProvider.FROM
            || Lines.areShort(Int64Operand.LANES, operands));
  }

  @Override
  public void binary(
      BinaryOp op,
      double p,
      double q,
      long[] a,
      Layout al,
      long[] b,
      Layout bl,
      long[] out,
      Layout ol) {
    if (!Int64Binary.computes(op) || isSmall(al, bl, ol)) {
      Kernels.super.binary(op, p, q, a, al, b, bl, out, ol);
    } else {
      Int64Binary.run(op, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void compare(
      CompareOp op, long[] a, Layout al, long[] b, Layout bl, boolean[] out, Layout ol) {
    if (isSmall(al, bl, ol)) {
      Kernels.super.compare(op, a, al, b, bl, out, ol);
    } else {
      Int64Selection.compare(op, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void where(
      boolean[] condition,
      Layout cl,
      long[] a,
      Layout al,
      long[] b,
      Layout bl,
      long[] out,
      Layout ol) {
    if (isSmall(cl, al, bl, ol)) {
      Kernels.super.where(condition, cl, a, al, b, bl, out, ol);
    } else {
      Int64Selection.where(condition, cl, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void copy(long[] x, Layout xl, long[] out, Layout ol) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.copy(x, xl, out, ol);
    } else {
      Int64Copy.copy(x, xl, out, ol);
    }
  }

  @Override
  public void reduce(ReduceOp op, long[] x, Layout xl, int kept, long[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.reduce(op, x, xl, kept, out);
    } else {
      Int64Reductions.reduce(op, x, xl, kept, out);
    }
  }
}
