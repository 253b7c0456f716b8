// Generated from Float64Selection.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Loops;

/// What makes or reads masks: comparisons of int64, and the choice between two operands.
final class Int64Selection {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Int64Selection() {}

  /// A loop over `n` elements that lie side by side; `n` is a number of whole vectors.
  @FunctionalInterface
  private interface Comparison {
    void run(long[] a, int ai, long[] b, int bi, boolean[] holds, int hi, int n);
  }

  private static final Map<CompareOp, Comparison> COMPARISONS =
      new EnumMap<>(
          Map.of(
              CompareOp.EQ, Int64Selection::eq,
              CompareOp.NE, Int64Selection::ne,
              CompareOp.LT, Int64Selection::lt,
              CompareOp.LE, Int64Selection::le,
              CompareOp.GT, Int64Selection::gt,
              CompareOp.GE, Int64Selection::ge));

  /// holds = a op b, element by element.
  static void compare(
      CompareOp op, long[] a, Layout al, long[] b, Layout bl, boolean[] holds, Layout hl) {
    ParallelLoops.run(() -> compared(COMPARISONS.get(op), a, b, holds), al, bl, hl);
  }

  private static Loops.Inner compared(Comparison comparison, long[] a, long[] b, boolean[] holds) {
    Int64Operand left = new Int64Operand(a);
    Int64Operand right = new Int64Operand(b);
    MaskOperand result = new MaskOperand(holds, LANES);
    return (n, start, step) -> {
      int length;
      for (int i = 0; i < n; i += length) {
        length = Int64Operand.piece(n - i, step);
        left.read(start[0] + i * step[0], step[0], length);
        right.read(start[1] + i * step[1], step[1], length);
        int to = start[2] + i * step[2];
        result.place(to, step[2], length);
        comparison.run(
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

  /// out = condition ? a : b, element by element.
  static void where(
      boolean[] condition,
      Layout cl,
      long[] a,
      Layout al,
      long[] b,
      Layout bl,
      long[] out,
      Layout ol) {
    ParallelLoops.run(() -> chosen(condition, a, b, out), cl, al, bl, ol);
  }

  private static Loops.Inner chosen(boolean[] condition, long[] a, long[] b, long[] out) {
    MaskOperand mask = new MaskOperand(condition, LANES);
    Int64Operand left = new Int64Operand(a);
    Int64Operand right = new Int64Operand(b);
    Int64Operand result = new Int64Operand(out);
    return (n, start, step) -> {
      int length;
      for (int i = 0; i < n; i += length) {
        length = Int64Operand.piece(n - i, step);
        mask.read(start[0] + i * step[0], step[0], length);
        left.read(start[1] + i * step[1], step[1], length);
        right.read(start[2] + i * step[2], step[2], length);
        int to = start[3] + i * step[3];
        result.place(to, step[3], length);
        choose(
            mask.values(),
            mask.at(),
            left.values(),
            left.at(),
            right.values(),
            right.at(),
            result.values(),
            result.at(),
            Int64Operand.padded(length));
        result.write(to, step[3], length);
      }
    };
  }

  private static void choose(
      boolean[] condition, int ci, long[] a, int ai, long[] b, int bi, long[] out, int oi, int n) {
    for (int i = 0; i < n; i += LANES) {
      VectorMask<Long> chosen = VectorMask.fromArray(SPECIES, condition, ci + i);
      load(b, bi + i).blend(load(a, ai + i), chosen).intoArray(out, oi + i);
    }
  }

  private static LongVector load(long[] array, int at) {
    return LongVector.fromArray(SPECIES, array, at);
  }

  private static void eq(long[] a, int ai, long[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.EQ, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void ne(long[] a, int ai, long[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.NE, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void lt(long[] a, int ai, long[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.LT, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void le(long[] a, int ai, long[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.LE, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void gt(long[] a, int ai, long[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.GT, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void ge(long[] a, int ai, long[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.GE, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }
}
