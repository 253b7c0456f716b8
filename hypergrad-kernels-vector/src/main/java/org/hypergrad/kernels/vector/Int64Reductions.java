package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.Loops;
import org.hypergrad.spi.ReduceOp;

/// Sums and extremes of int64. A sum that is too large loses its upper bits, so that any order
/// gives the same.
final class Int64Reductions {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Int64Reductions() {}

  /// Reduces the dimensions of x behind the first `kept` ones.
  static void reduce(ReduceOp op, long[] x, Layout xl, int kept, long[] out) {
    int[] sizes = xl.shape().toArray();
    Arrays.fill(sizes, kept, sizes.length, 1);
    Layout ol = Layout.contiguous(Shape.of(sizes));
    Arrays.fill(out, 0, ol.numel(), beginning(op));
    Loops.run(
        (n, start, step) -> {
          int to = start[1];
          int i = 0;
          if (step[0] == 1 && step[1] == 0) {
            i = n - n % LANES;
            out[to] = combined(op, out[to], line(op, x, start[0], i));
          }
          for (; i < n; i++) {
            int at = to + i * step[1];
            out[at] = combined(op, out[at], x[start[0] + i * step[0]]);
          }
        },
        xl,
        ol.expand(xl.shape()));
  }

  private static long beginning(ReduceOp op) {
    return switch (op) {
      case SUM -> 0;
      case MAX -> Long.MIN_VALUE;
      case MIN -> Long.MAX_VALUE;
    };
  }

  private static long combined(ReduceOp op, long a, long b) {
    return switch (op) {
      case SUM -> a + b;
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
    };
  }

  /// The sum or extreme of `n` elements that lie side by side, a number of whole vectors.
  private static long line(ReduceOp op, long[] x, int from, int n) {
    return switch (op) {
      case SUM -> {
        LongVector lanes = LongVector.broadcast(SPECIES, beginning(op));
        for (int i = 0; i < n; i += LANES) {
          lanes = lanes.add(load(x, from + i));
        }
        yield lanes.reduceLanes(VectorOperators.ADD);
      }
      case MAX -> {
        LongVector lanes = LongVector.broadcast(SPECIES, beginning(op));
        for (int i = 0; i < n; i += LANES) {
          lanes = lanes.max(load(x, from + i));
        }
        yield lanes.reduceLanes(VectorOperators.MAX);
      }
      case MIN -> {
        LongVector lanes = LongVector.broadcast(SPECIES, beginning(op));
        for (int i = 0; i < n; i += LANES) {
          lanes = lanes.min(load(x, from + i));
        }
        yield lanes.reduceLanes(VectorOperators.MIN);
      }
    };
  }

  private static LongVector load(long[] array, int at) {
    return LongVector.fromArray(SPECIES, array, at);
  }
}
