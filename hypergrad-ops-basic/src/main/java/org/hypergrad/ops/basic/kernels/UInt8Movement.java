// Generated from Float64Movement.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;

/// The kernels that move uint8 elements and compute nothing.
final class UInt8Movement {
  private UInt8Movement() {}

  /// out = x
  static void copy(byte[] x, Layout xl, byte[] out, Layout ol) {
    Loops.run((n, start, step) -> copy(n, x, start[0], step[0], out, start[1], step[1]), xl, ol);
  }

  /// Copies `n` elements, from place `from` on in steps of `fromStep`, to place `to` on in steps of
  /// `toStep`.
  static void copy(int n, byte[] x, int from, int fromStep, byte[] out, int to, int toStep) {
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
      byte[] a,
      Layout al,
      byte[] b,
      Layout bl,
      byte[] out,
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
  static void gather(byte[] x, Layout xl, int dim, long[] index, Layout il, byte[] out, Layout ol) {
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
