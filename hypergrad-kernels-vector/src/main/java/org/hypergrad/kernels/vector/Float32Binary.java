// Generated from Float64Binary.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Loops;

/// Element-wise functions of two numbers, on float32.
///
/// An op selects a whole loop, never a function per element; for the compiler makes a loop of
/// vector instructions only where it sees the operation as a constant.
final class Float32Binary {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float32Binary() {}

  /// A loop over elements that lie side by side in all arrays; `n` is a number of whole vectors.
  @FunctionalInterface
  interface Loop {
    void run(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n);
  }

  /// The loops, in a table for the reason that [Float32Unary] has.
  private static final Map<BinaryOp, Loop> LOOPS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(BinaryOp.ADD, Float32Binary::add),
              Map.entry(BinaryOp.SUB, Float32Binary::sub),
              Map.entry(BinaryOp.MUL, Float32Binary::mul),
              Map.entry(BinaryOp.DIV, Float32Binary::div),
              Map.entry(BinaryOp.POW, Float32Power::pow),
              Map.entry(BinaryOp.MAXIMUM, Float32Binary::maximum),
              Map.entry(BinaryOp.MINIMUM, Float32Binary::minimum),
              Map.entry(BinaryOp.THRESHOLD_BACKWARD, Float32Slopes::threshold),
              Map.entry(BinaryOp.TANH_BACKWARD, Float32Slopes::tanh),
              Map.entry(BinaryOp.SIGMOID_BACKWARD, Float32Slopes::sigmoid),
              Map.entry(BinaryOp.SILU_BACKWARD, Float32Slopes::silu),
              Map.entry(BinaryOp.GELU_BACKWARD, Float32Slopes::gelu),
              Map.entry(BinaryOp.GELU_TANH_BACKWARD, Float32Slopes::geluTanh),
              Map.entry(BinaryOp.LOG_SIGMOID_BACKWARD, Float32Slopes::logSigmoid),
              Map.entry(BinaryOp.MISH_BACKWARD, Float32Slopes::mish),
              Map.entry(BinaryOp.HARDSWISH_BACKWARD, Float32Slopes::hardswish)));

  /// Whether there is a loop for `op`; what has none here is computed by its definition.
  static boolean computes(BinaryOp op) {
    return LOOPS.containsKey(op);
  }

  /// out = op(a, b), element by element.
  static void run(BinaryOp op, float[] a, Layout al, float[] b, Layout bl, float[] out, Layout ol) {
    run(LOOPS.get(op), a, al, b, bl, out, ol);
  }

  /// out = what `loop` makes of a and b.
  static void run(Loop loop, float[] a, Layout al, float[] b, Layout bl, float[] out, Layout ol) {
    ParallelLoops.run(() -> pieces(loop, a, b, out), al, bl, ol);
  }

  private static Loops.Inner pieces(Loop loop, float[] a, float[] b, float[] out) {
    Float32Operand left = new Float32Operand(a);
    Float32Operand right = new Float32Operand(b);
    Float32Operand result = new Float32Operand(out);
    return (n, start, step) -> {
      int direct = Float32Operand.direct(n, step);
      if (direct > 0) {
        loop.run(a, start[0], b, start[1], out, start[2], direct);
      }
      int length;
      for (int i = direct; i < n; i += length) {
        length = Float32Operand.piece(n - i, step);
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
            Float32Operand.padded(length));
        result.write(to, step[2], length);
      }
    };
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  private static void add(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).add(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void sub(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).sub(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void mul(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).mul(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void div(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).div(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void maximum(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).max(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void minimum(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).min(load(b, bi + i)).intoArray(out, oi + i);
    }
  }
}
