package org.hypergrad.kernels.vector;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Loops;

/// Element-wise functions of two numbers, on float64.
///
/// An op selects a whole loop, never a function per element; for the compiler makes a loop of
/// vector instructions only where it sees the operation as a constant.
final class Float64Binary {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float64Binary() {}

  /// A loop over elements that lie side by side in all arrays; `n` is a number of whole vectors.
  @FunctionalInterface
  interface Loop {
    void run(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n);
  }

  /// The loops, in a table for the reason that [Float64Unary] has.
  private static final Map<BinaryOp, Loop> LOOPS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(BinaryOp.ADD, Float64Binary::add),
              Map.entry(BinaryOp.SUB, Float64Binary::sub),
              Map.entry(BinaryOp.MUL, Float64Binary::mul),
              Map.entry(BinaryOp.DIV, Float64Binary::div),
              Map.entry(BinaryOp.POW, Float64Power::pow),
              Map.entry(BinaryOp.MAXIMUM, Float64Binary::maximum),
              Map.entry(BinaryOp.MINIMUM, Float64Binary::minimum),
              Map.entry(BinaryOp.THRESHOLD_BACKWARD, Float64Slopes::threshold),
              Map.entry(BinaryOp.TANH_BACKWARD, Float64Slopes::tanh),
              Map.entry(BinaryOp.SIGMOID_BACKWARD, Float64Slopes::sigmoid),
              Map.entry(BinaryOp.SILU_BACKWARD, Float64Slopes::silu),
              Map.entry(BinaryOp.GELU_BACKWARD, Float64Slopes::gelu),
              Map.entry(BinaryOp.GELU_TANH_BACKWARD, Float64Slopes::geluTanh),
              Map.entry(BinaryOp.LOG_SIGMOID_BACKWARD, Float64Slopes::logSigmoid),
              Map.entry(BinaryOp.MISH_BACKWARD, Float64Slopes::mish),
              Map.entry(BinaryOp.HARDSWISH_BACKWARD, Float64Slopes::hardswish)));

  /// Whether there is a loop for `op`; what has none here is computed by its definition.
  static boolean computes(BinaryOp op) {
    return LOOPS.containsKey(op);
  }

  /// out = op(a, b), element by element.
  static void run(
      BinaryOp op, double[] a, Layout al, double[] b, Layout bl, double[] out, Layout ol) {
    run(LOOPS.get(op), a, al, b, bl, out, ol);
  }

  /// out = what `loop` makes of a and b.
  static void run(
      Loop loop, double[] a, Layout al, double[] b, Layout bl, double[] out, Layout ol) {
    ParallelLoops.run(() -> pieces(loop, a, b, out), al, bl, ol);
  }

  private static Loops.Inner pieces(Loop loop, double[] a, double[] b, double[] out) {
    Float64Operand left = new Float64Operand(a);
    Float64Operand right = new Float64Operand(b);
    Float64Operand result = new Float64Operand(out);
    return (n, start, step) -> {
      int direct = Float64Operand.direct(n, step);
      if (direct > 0) {
        loop.run(a, start[0], b, start[1], out, start[2], direct);
      }
      int length;
      for (int i = direct; i < n; i += length) {
        length = Float64Operand.piece(n - i, step);
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
            Float64Operand.padded(length));
        result.write(to, step[2], length);
      }
    };
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static void add(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).add(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void sub(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).sub(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void mul(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).mul(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void div(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).div(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void maximum(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).max(load(b, bi + i)).intoArray(out, oi + i);
    }
  }

  private static void minimum(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).min(load(b, bi + i)).intoArray(out, oi + i);
    }
  }
}
