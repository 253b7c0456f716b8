package org.hypergrad.ops.basic;

import java.util.function.LongFunction;
import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Loops;

/// Checks indices before anything is done with them.
final class Positions {
  private Positions() {}

  /// The indices as int64, each of them checked to be at least 0 and less than `size`.
  ///
  /// @param message what to say about the first one that is not
  static Tensor checked(Tensor index, int size, LongFunction<String> message) {
    Tensor positions = Elements.to(index, DType.INT64);
    long[] values = Elements.longs(positions);
    Loops.run(
        (n, start, step) -> {
          if (areWithin(n, values, start[0], step[0], size - 1)) {
            return;
          }
          for (int i = 0; i < n; i++) {
            long value = values[start[0] + i * step[0]];
            if (value < 0 || value >= size) {
              throw new IndexOutOfBoundsException(message.apply(value));
            }
          }
        },
        positions.layout());
    return positions;
  }

  /// Whether all are from 0 to `last`: neither they nor their distances from it have a sign. No
  /// branch depends on them, so that the compiler makes vectors of the loop.
  private static boolean areWithin(int n, long[] values, int from, int step, long last) {
    long signs = 0;
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        signs |= values[from + i] | last - values[from + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        signs |= values[from + i * step] | last - values[from + i * step];
      }
    }
    return signs >= 0;
  }
}
