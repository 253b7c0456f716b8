package org.hypergrad.ops.basic.kernels;

import org.hypergrad.Layout;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.UnaryOp;

/// The element-wise kernels of float64.
///
/// The virtual machine turns a loop into vector instructions if it reads and writes all arrays at
/// the same index. So there is one such loop for each op. Operands that lie otherwise (with gaps,
/// repeated, or shifted against each other) are copied into short arrays first, a chunk at a time,
/// so that the chunks stay in the cache.
final class Float64Elementwise {
  private static final int CHUNK = 1024;

  private Float64Elementwise() {}

  /// out = op(x)
  static void unary(
      UnaryOp op, double p, double q, double[] x, Layout xl, double[] out, Layout ol) {
    if (areOneRun(xl, ol)) {
      compute(op, p, q, x, out, ol.offset(), ol.offset() + ol.numel());
      return;
    }
    Loops.run(
        (n, start, step) -> {
          if (start[0] == start[1] && areUnit(step, n)) {
            compute(op, p, q, x, out, start[0], start[0] + n);
            return;
          }
          double[] chunk = new double[Math.min(n, CHUNK)];
          for (int i = 0, length; i < n; i += length) {
            length = Math.min(n - i, CHUNK);
            Float64Movement.copy(length, x, start[0] + i * step[0], step[0], chunk, 0, 1);
            compute(op, p, q, chunk, chunk, 0, length);
            Float64Movement.copy(length, chunk, 0, 1, out, start[1] + i * step[1], step[1]);
          }
        },
        xl,
        ol);
  }

  /// out = op(a, b)
  static void binary(
      BinaryOp op,
      double p,
      double q,
      double[] a,
      Layout al,
      double[] b,
      Layout bl,
      double[] out,
      Layout ol) {
    if (areOneRun(al, ol) && areOneRun(bl, ol)) {
      compute(op, p, q, a, b, out, ol.offset(), ol.offset() + ol.numel());
      return;
    }
    Loops.run(
        (n, start, step) -> {
          if (start[0] == start[1] && start[1] == start[2] && areUnit(step, n)) {
            compute(op, p, q, a, b, out, start[0], start[0] + n);
            return;
          }
          double[] chunkA = new double[Math.min(n, CHUNK)];
          double[] chunkB = new double[Math.min(n, CHUNK)];
          for (int i = 0, length; i < n; i += length) {
            length = Math.min(n - i, CHUNK);
            Float64Movement.copy(length, a, start[0] + i * step[0], step[0], chunkA, 0, 1);
            Float64Movement.copy(length, b, start[1] + i * step[1], step[1], chunkB, 0, 1);
            compute(op, p, q, chunkA, chunkB, chunkA, 0, length);
            Float64Movement.copy(length, chunkA, 0, 1, out, start[2] + i * step[2], step[2]);
          }
        },
        al,
        bl,
        ol);
  }

  /// Whether the elements lie in row-major order at the same places of both arrays: the usual case,
  /// for which small tensors should pay no more than they must.
  private static boolean areOneRun(Layout a, Layout b) {
    return a.isContiguous() && b.isContiguous() && a.offset() == b.offset();
  }

  private static boolean areUnit(int[] step, int n) {
    for (int s : step) {
      if (s != 1 && n != 1) {
        return false;
      }
    }
    return true;
  }

  /// Costly functions go through the definition of the op: next to them the call is nothing.
  private static void compute(
      UnaryOp op, double p, double q, double[] x, double[] out, int from, int to) {
    switch (op) {
      case NEG -> {
        for (int i = from; i < to; i++) {
          out[i] = -x[i];
        }
      }
      case ABS -> {
        for (int i = from; i < to; i++) {
          out[i] = Math.abs(x[i]);
        }
      }
      case SQUARE -> {
        for (int i = from; i < to; i++) {
          out[i] = x[i] * x[i];
        }
      }
      case SQRT -> {
        for (int i = from; i < to; i++) {
          out[i] = Math.sqrt(x[i]);
        }
      }
      case RSQRT -> {
        for (int i = from; i < to; i++) {
          out[i] = 1 / Math.sqrt(x[i]);
        }
      }
      case RECIPROCAL -> {
        for (int i = from; i < to; i++) {
          out[i] = 1 / x[i];
        }
      }
      case RELU -> {
        for (int i = from; i < to; i++) {
          out[i] = Math.max(x[i], 0);
        }
      }
      default -> {
        for (int i = from; i < to; i++) {
          out[i] = op.apply(x[i], p, q);
        }
      }
    }
  }

  private static void compute(
      BinaryOp op, double p, double q, double[] a, double[] b, double[] out, int from, int to) {
    switch (op) {
      case ADD -> {
        for (int i = from; i < to; i++) {
          out[i] = a[i] + b[i];
        }
      }
      case SUB -> {
        for (int i = from; i < to; i++) {
          out[i] = a[i] - b[i];
        }
      }
      case MUL -> {
        for (int i = from; i < to; i++) {
          out[i] = a[i] * b[i];
        }
      }
      case DIV -> {
        for (int i = from; i < to; i++) {
          out[i] = a[i] / b[i];
        }
      }
      case MAXIMUM -> {
        for (int i = from; i < to; i++) {
          out[i] = Math.max(a[i], b[i]);
        }
      }
      case MINIMUM -> {
        for (int i = from; i < to; i++) {
          out[i] = Math.min(a[i], b[i]);
        }
      }
      case THRESHOLD_BACKWARD -> {
        for (int i = from; i < to; i++) {
          out[i] = b[i] <= 0 ? 0 : a[i];
        }
      }
      default -> {
        for (int i = from; i < to; i++) {
          out[i] = op.apply(a[i], b[i], p, q);
        }
      }
    }
  }

  /// holds = a op b
  static void compare(
      CompareOp op, double[] a, Layout al, double[] b, Layout bl, boolean[] holds, Layout hl) {
    Loops.run(
        (n, start, step) -> {
          for (int i = 0; i < n; i++) {
            holds[start[2] + i * step[2]] =
                op.test(a[start[0] + i * step[0]], b[start[1] + i * step[1]]);
          }
        },
        al,
        bl,
        hl);
  }
}
