// Generated from Float64Movement.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;

/// The kernels that move bool elements and compute nothing.
final class BoolMovement {
  private BoolMovement() {}

  /// out = x
  static void copy(boolean[] x, Layout xl, boolean[] out, Layout ol) {
    Loops.run((n, start, step) -> copy(n, x, start[0], step[0], out, start[1], step[1]), xl, ol);
  }

  /// Copies `n` elements, from place `from` on in steps of `fromStep`, to place `to` on in steps of
  /// `toStep`.
  static void copy(int n, boolean[] x, int from, int fromStep, boolean[] out, int to, int toStep) {
    if (fromStep == 1 && toStep == 1) {
      System.arraycopy(x, from, out, to, n);
    } else if (fromStep == 0 && toStep == 1) {
      Arrays.fill(out, to, to + n, x[from]);
    } else {
      for (int i = 0; i < n; i++) {
        out[to + i * toStep] = x[from + i * fromStep];
      }
    }
  }

  /// out = condition ? a : b
  static void where(
      boolean[] condition,
      Layout cl,
      boolean[] a,
      Layout al,
      boolean[] b,
      Layout bl,
      boolean[] out,
      Layout ol) {
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            out[start[3] + i * step[3]] =
                condition[start[0] + i * step[0]]
                    ? a[start[1] + i * step[1]]
                    : b[start[2] + i * step[2]];
          }
        },
        cl,
        al,
        bl,
        ol);
  }

  /// out\[..i..\] = x\[..index\[..i..\]..\] along `dim`
  static void gather(
      boolean[] x, Layout xl, int dim, long[] index, Layout il, boolean[] out, Layout ol) {
    int stride = Lines.stride(xl, dim);
    Loops.run(
        (n, start, step) -> {
          if (step[1] == 0) {
            int from = start[0] + (int) index[start[1]] * stride;
            copy(n, x, from, step[0], out, start[2], step[2]);
            return;
          }
          for (int i = 0; i < n; i++) {
            int along = (int) index[start[1] + i * step[1]];
            out[start[2] + i * step[2]] = x[start[0] + i * step[0] + along * stride];
          }
        },
        Lines.starts(xl, dim, il.shape()),
        il,
        ol);
  }
}
