package org.hypergrad.ops.basic.kernels;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;
import org.hypergrad.spi.UnaryOp;

/// The kernels of int64, in which the arithmetic of all integer types is done. Sums and products
/// that are too large lose their upper bits.
record Int64Kernels(Kernels<long[]> next) implements Kernels<long[]> {
  @Override
  public String provider() {
    return ScalarKernelProvider.NAME;
  }

  @Override
  public void copy(long[] x, Layout xl, long[] out, Layout ol) {
    Int64Movement.copy(x, xl, out, ol);
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
    Int64Movement.where(condition, cl, a, al, b, bl, out, ol);
  }

  @Override
  public void gather(long[] x, Layout xl, int dim, long[] index, Layout il, long[] out, Layout ol) {
    Int64Movement.gather(x, xl, dim, index, il, out, ol);
  }

  /// Takes the ops that [map whole numbers to whole numbers][UnaryOp#keepsIntegers()].
  @Override
  public void unary(UnaryOp op, double p, double q, long[] x, Layout xl, long[] out, Layout ol) {
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            out[start[1] + i * step[1]] = op.apply(x[start[0] + i * step[0]]);
          }
        },
        xl,
        ol);
  }

  /// Takes the ops that [map whole numbers to whole numbers][BinaryOp#keepsIntegers()].
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
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            out[start[2] + i * step[2]] =
                op.apply(a[start[0] + i * step[0]], b[start[1] + i * step[1]]);
          }
        },
        al,
        bl,
        ol);
  }

  @Override
  public void compare(
      CompareOp op, long[] a, Layout al, long[] b, Layout bl, boolean[] out, Layout ol) {
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            out[start[2] + i * step[2]] =
                op.test(a[start[0] + i * step[0]], b[start[1] + i * step[1]]);
          }
        },
        al,
        bl,
        ol);
  }

  @Override
  public void reduce(ReduceOp op, long[] x, Layout xl, int kept, long[] out) {
    ReductionLayouts layouts = ReductionLayouts.of(xl, kept);
    Arrays.fill(out, 0, layouts.results(), op == ReduceOp.SUM ? 0 : worst(op));
    BinaryOp combine =
        switch (op) {
          case SUM -> BinaryOp.ADD;
          case MAX -> BinaryOp.MAXIMUM;
          case MIN -> BinaryOp.MINIMUM;
        };
    binary(combine, 0, 0, out, layouts.out(), x, layouts.x(), out, layouts.out());
  }

  @Override
  public void argReduce(ReduceOp op, long[] x, Layout xl, int kept, long[] out) {
    ReductionLayouts layouts = ReductionLayouts.of(xl, kept);
    long[] best = new long[layouts.results()];
    Arrays.fill(best, worst(op));
    Arrays.fill(out, 0, layouts.results(), 0);
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int to = start[1] + i * step[1];
            long element = x[start[0] + i * step[0]];
            if (op == ReduceOp.MAX ? element > best[to] : element < best[to]) {
              best[to] = element;
              out[to] = start[2] + i * step[2];
            }
          }
        },
        layouts.x(),
        layouts.out(),
        layouts.position());
  }

  private static long worst(ReduceOp op) {
    return op == ReduceOp.MAX ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  @Override
  public void scatterAdd(
      long[] x, Layout xl, int dim, long[] index, Layout il, long[] out, Layout ol) {
    int stride = Lines.stride(ol, dim);
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            int along = (int) index[start[1] + i * step[1]];
            out[start[2] + i * step[2] + along * stride] += x[start[0] + i * step[0]];
          }
        },
        xl,
        il,
        Lines.starts(ol, dim, xl.shape()));
  }

  @Override
  public void gemm(
      long[] a, Layout al, long[] b, Layout bl, long[] out, Layout ol, boolean accumulate) {
    for (int i = 0; i < ol.size(0); i++) {
      multiply(a, al.select(0, i), b, bl.select(0, i), out, ol.select(0, i), accumulate);
    }
  }

  private static void multiply(
      long[] a, Layout al, long[] b, Layout bl, long[] out, Layout ol, boolean accumulate) {
    for (int i = 0; i < ol.size(0); i++) {
      for (int j = 0; j < ol.size(1); j++) {
        int to = ol.offset() + i * ol.stride(0) + j * ol.stride(1);
        long sum = accumulate ? out[to] : 0;
        for (int k = 0; k < al.size(1); k++) {
          sum +=
              a[al.offset() + i * al.stride(0) + k * al.stride(1)]
                  * b[bl.offset() + k * bl.stride(0) + j * bl.stride(1)];
        }
        out[to] = sum;
      }
    }
  }
}
