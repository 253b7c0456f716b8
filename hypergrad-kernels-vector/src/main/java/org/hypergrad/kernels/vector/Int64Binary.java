// Generated from Float64Binary.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Loops;

/// Element-wise functions of two numbers, on int64.
///
/// An op selects a whole loop, never a function per element; for the compiler makes a loop of
/// vector instructions only where it sees the operation as a constant.
final class Int64Binary {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Int64Binary() {}

  /// A loop over elements that lie side by side in all arrays; `n` is a number of whole vectors.
  @FunctionalInterface
  interface Loop {
    void run(long[] a, int ai, long[] b, int bi, long[] out, int oi, int n);
  }

  /// The loops, in a table for the reason that [Float64Unary] has.
  private static final Map<BinaryOp, Loop> LOOPS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(BinaryOp.ADD, Int64Binary::add),
              Map.entry(BinaryOp.SUB, Int64Binary::sub),
              Map.entry(BinaryOp.MUL, Int64Binary::mul),
              Map.entry(BinaryOp.MAXIMUM, Int64Binary::maximum),
              Map.entry(BinaryOp.MINIMUM, Int64Binary::minimum)));

  /// Whether there is a loop for `op`; what has none here is computed by its definition.
  static boolean computes(BinaryOp op) {
    return LOOPS.containsKey(op);
  }

  /// out = op(a, b), element by element.
  static void run(BinaryOp op, long[] a, Layout al, long[] b, Layout bl, long[] out, Layout ol) {
    run(LOOPS.get(op), a, al, b, bl, out, ol);
  }

  /// out = what `loop` makes of a and b.
  static void run(Loop loop, long[] a, Layout al, long[] b, Layout bl, long[] out, Layout ol) {
    ParallelLoops.run(() -> pieces(loop, a, b, out), al, bl, ol);
  }

  private static Loops.Inner pieces(Loop loop, long[] a, long[] b, long[] out) {
    Int64Operand left = new Int64Operand(a);
    Int64Operand right = new Int64Operand(b);
    Int64Operand result = new Int64Operand(out);
    return (n, start, step) -> {
      int direct = Int64Operand.direct(n, step);
      if (direct > 0) {
        loop.run(a, start[0], b, start[1], out, start[2], direct);
      }
      int length;
      for (int i = direct; i < n; i += length) {
        length = Int64Operand.piece(n - i, step);
        int to = start[2] + i * step[2];
        left.read(start[0] + i * step[0], step[0], length);
        right.read(start[1] + i * step[1], step[1], length);
        result.place(to, step[2], length);
        loop.run(
            left.values(),
            left.at(),
            right.values(),
            right.at(),
            result.values(),
            result.at(),
            Int64Operand.padded(length));
        result.write(to, step[2], length);
      }
    };
  }

  private static LongVector load(long[] array, int at) {
    return LongVector.fromArray(SPECIES, array, at);
  }

  private static void add(long[] a, int ai, long[] b, int bi, long[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).add(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void sub(long[] a, int ai, long[] b, int bi, long[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).sub(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void mul(long[] a, int ai, long[] b, int bi, long[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).mul(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void maximum(long[] a, int ai, long[] b, int bi, long[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).max(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void minimum(long[] a, int ai, long[] b, int bi, long[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).min(load(b, bi + i)).intoArray(out, oi + i);
    }
  }
}
