// Generated from Float64Selection.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Loops;

/// What makes or reads masks: comparisons of float32, and the choice between two operands.
final class Float32Selection {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float32Selection() {}

  /// A loop over `n` elements that lie side by side; `n` is a number of whole vectors.
  @FunctionalInterface
  private interface Comparison {
    void run(float[] a, int ai, float[] b, int bi, boolean[] holds, int hi, int n);
  }

  private static final Map<CompareOp, Comparison> COMPARISONS =
      new EnumMap<>(
          Map.of(
              CompareOp.EQ, Float32Selection::eq,
              CompareOp.NE, Float32Selection::ne,
              CompareOp.LT, Float32Selection::lt,
              CompareOp.LE, Float32Selection::le,
              CompareOp.GT, Float32Selection::gt,
              CompareOp.GE, Float32Selection::ge));

  /// holds = a op b, element by element.
  static void compare(
      CompareOp op, float[] a, Layout al, float[] b, Layout bl, boolean[] holds, Layout hl) {
    ParallelLoops.run(() -> compared(COMPARISONS.get(op), a, b, holds), al, bl, hl);
  }

  private static Loops.Inner compared(
      Comparison comparison, float[] a, float[] b, boolean[] holds) {
    Float32Operand left = new Float32Operand(a);
    Float32Operand right = new Float32Operand(b);
    MaskOperand result = new MaskOperand(holds, LANES);
    return (n, start, step) -> {
      int length;
      for (int i = 0; i < n; i += length) {
        length = Float32Operand.piece(n - i, step);
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
            Float32Operand.padded(length));
        result.write(to, step[2], length);
      }
    };
  }

  /// out = condition ? a : b, element by element.
  static void where(
      boolean[] condition,
      Layout cl,
      float[] a,
      Layout al,
      float[] b,
      Layout bl,
      float[] out,
      Layout ol) {
    ParallelLoops.run(() -> chosen(condition, a, b, out), cl, al, bl, ol);
  }

  private static Loops.Inner chosen(boolean[] condition, float[] a, float[] b, float[] out) {
    MaskOperand mask = new MaskOperand(condition, LANES);
    Float32Operand left = new Float32Operand(a);
    Float32Operand right = new Float32Operand(b);
    Float32Operand result = new Float32Operand(out);
    return (n, start, step) -> {
      int length;
      for (int i = 0; i < n; i += length) {
        length = Float32Operand.piece(n - i, step);
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
            Float32Operand.padded(length));
        result.write(to, step[3], length);
      }
    };
  }

  private static void choose(
      boolean[] condition,
      int ci,
      float[] a,
      int ai,
      float[] b,
      int bi,
      float[] out,
      int oi,
      int n) {
    for (int i = 0; i < n; i += LANES) {
      VectorMask<Float> chosen = VectorMask.fromArray(SPECIES, condition, ci + i);
      load(b, bi + i).blend(load(a, ai + i), chosen).intoArray(out, oi + i);
    }
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  private static void eq(float[] a, int ai, float[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.EQ, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void ne(float[] a, int ai, float[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.NE, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void lt(float[] a, int ai, float[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.LT, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void le(float[] a, int ai, float[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.LE, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void gt(float[] a, int ai, float[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.GT, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }

  private static void ge(float[] a, int ai, float[] b, int bi, boolean[] holds, int hi, int n) {
    for (int i = 0; i < n; i += LANES) {
      load(a, ai + i).compare(VectorOperators.GE, load(b, bi + i)).intoArray(holds, hi + i);
    }
  }
}
