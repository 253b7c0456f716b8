// Generated from Float64Places.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;

/// Where the largest or smallest of float32 elements stand. First the extreme itself is found, for
/// which [Float32Reductions] has loops without a branch, then the first place that holds it; 0 and
/// −0 are equal here.
final class Float32Places {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// The longest piece of a line that is searched for the extreme at once.
  private static final int PART = 16384;

  /// How many neighbouring results are searched for at a time.
  private static final int COLUMNS = 512;

  private Float32Places() {}

  /// Where among the dimensions behind the first `kept` ones, counted row-major, the extreme
  /// stands.
  static void argReduce(ReduceOp op, float[] x, Layout xl, int kept, long[] places) {
    Layout results = xl;
    Layout reduced = xl;
    for (int d = xl.rank() - 1; d >= kept; d--) {
      results = results.select(d, 0);
    }
    for (int d = 0; d < kept; d++) {
      reduced = reduced.select(0, 0);
    }
    int length = reduced.numel();
    if (Lines.innermost(reduced) < length) {
      float[] rowMajor = new float[xl.numel()];
      Layout layout = Layout.contiguous(xl.shape());
      Float32Copy.copy(x, xl, rowMajor, layout);
      argReduce(op, rowMajor, layout, kept, places);
      return;
    }
    int step = Lines.step(reduced);
    Layout out = Layout.contiguous(results.shape());
    if (step != 1 && Lines.step(results) == 1 && Lines.innermost(results) >= LANES) {
      float[] best = new float[results.numel()];
      Float32Reductions.reduce(op, x, xl, kept, best);
      Loops.run(
          (n, start, _) -> acrossLines(best, x, start[0], step, length, n, places, start[1]),
          results,
          out);
    } else {
      Loops.run(
          (n, start, steps) ->
              alongLines(op, x, start[0], steps[0], step, length, n, places, start[1]),
          results,
          out);
    }
  }

  /// Finds the places on `n` lines that begin `apart` from each other, each by itself.
  private static void alongLines(
      ReduceOp op,
      float[] x,
      int first,
      int apart,
      int step,
      int length,
      int n,
      long[] places,
      int to) {
    Workers.parallelFor(
        n,
        Math.max(1, ParallelLoops.GRAIN / length),
        (from, end) -> {
          for (int i = from; i < end; i++) {
            places[to + i] = place(op, x, first + i * apart, step, length);
          }
        });
  }

  /// Where on a line of `n` elements the extreme stands. On a long one, it stands in the first part
  /// whose own extreme it is.
  private static int place(ReduceOp op, float[] x, int from, int step, int n) {
    if (n <= PART) {
      return first((float) Float32Reductions.line(op, x, from, step, n), x, from, step, n);
    }
    float[] best = new float[Math.ceilDiv(n, PART)];
    Workers.parallelFor(
        best.length,
        1,
        (i, _) -> {
          int length = Math.min(PART, n - i * PART);
          best[i] = (float) Float32Reductions.line(op, x, from + i * PART * step, step, length);
        });
    int part = place(op, best, 0, 1, best.length);
    int at = from + part * PART * step;
    return part * PART + first(best[part], x, at, step, Math.min(PART, n - part * PART));
  }

  /// Where on a line the element stands that is known to be on it. If it is not NaN, nothing there
  /// is.
  private static int first(float best, float[] x, int from, int step, int n) {
    int i = 0;
    if (step == 1) {
      FloatVector wanted = FloatVector.broadcast(SPECIES, best);
      for (; i <= n - LANES; i += LANES) {
        FloatVector elements = FloatVector.fromArray(SPECIES, x, from + i);
        VectorMask<Float> found =
            elements
                .compare(VectorOperators.EQ, wanted)
                .or(elements.compare(VectorOperators.NE, elements));
        if (found.anyTrue()) {
          return i + found.firstTrue();
        }
      }
    }
    while (x[from + i * step] != best && !Float.isNaN(x[from + i * step])) {
      i++;
    }
    return i;
  }

  /// Finds the places of `n` extremes that are known, on lines that begin side by side.
  private static void acrossLines(
      float[] best, float[] x, int first, int step, int length, int n, long[] places, int to) {
    int grain = COLUMNS * Math.max(1, ParallelLoops.GRAIN / COLUMNS / length);
    Workers.parallelFor(
        n,
        grain,
        (from, end) -> {
          for (int j = from; j < end; j += COLUMNS) {
            int width = Math.min(COLUMNS, end - j);
            columns(best, x, first + j, step, length, width, places, to + j);
          }
        });
  }

  /// Row after row is compared with what is wanted. What has been found becomes NaN, to which
  /// nothing is equal.
  private static void columns(
      float[] best, float[] x, int first, int step, int length, int n, long[] places, int to) {
    float[] wanted = Arrays.copyOfRange(best, to, to + n);
    int missing = n;
    for (int j = 0; j < n; j++) {
      if (Float.isNaN(wanted[j])) {
        places[to + j] = first(wanted[j], x, first + j, step, length);
        missing--;
      }
    }
    for (int i = 0; missing > 0; i++) {
      missing -= row(wanted, x, first + i * step, i, n, places, to);
    }
  }

  /// How many of the wanted elements stand in row `i`.
  private static int row(float[] wanted, float[] x, int from, int i, int n, long[] places, int to) {
    int count = 0;
    int j = 0;
    for (; j <= n - LANES; j += LANES) {
      FloatVector elements = FloatVector.fromArray(SPECIES, x, from + j);
      FloatVector some = FloatVector.fromArray(SPECIES, wanted, j);
      if (elements.compare(VectorOperators.EQ, some).anyTrue()) {
        count += elements(wanted, x, from, i, j, j + LANES, places, to);
      }
    }
    return count + elements(wanted, x, from, i, j, n, places, to);
  }

  private static int elements(
      float[] wanted, float[] x, int from, int i, int j, int end, long[] places, int to) {
    int count = 0;
    for (int k = j; k < end; k++) {
      if (x[from + k] == wanted[k]) {
        places[to + k] = i;
        wanted[k] = Float.NaN;
        count++;
      }
    }
    return count;
  }
}
