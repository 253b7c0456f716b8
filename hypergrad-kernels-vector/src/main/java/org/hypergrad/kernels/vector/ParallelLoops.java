package org.hypergrad.kernels.vector;

import java.util.function.Supplier;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;

/// Runs an element-wise loop on several threads: [Loops], cut into chunks along one dimension.
///
/// ```
///   [ . . . . . . . . ]  chunk 0
///   [ . . . . . . . . ]
///   -------------------
///   [ . . . . . . . . ]  chunk 1
///   [ . . . . . . . . ]
/// ```
final class ParallelLoops {
  /// How many elements are worth a thread (PyTorch: `at::internal::GRAIN_SIZE`).
  static final int GRAIN = 32768;

  private ParallelLoops() {}

  /// Runs a loop over all elements of operands that have the same shape.
  ///
  /// @param inner makes the loop; each chunk has its own, so that it may have buffers
  static void run(Supplier<Loops.Inner> inner, Layout... operands) {
    run(1, inner, operands);
  }

  /// As [#run(Supplier, Layout...)], where each element stands for `cost` elements.
  static void run(int cost, Supplier<Loops.Inner> inner, Layout... operands) {
    int wanted = (int) Math.min((long) operands[0].numel() * cost / GRAIN, operands[0].numel());
    if (wanted < 2) {
      Loops.run(inner.get(), operands);
      return;
    }
    int dim = divided(operands[0], wanted);
    int size = operands[0].size(dim);
    int length = Math.ceilDiv(size, wanted);
    Workers.parallelFor(
        size,
        length,
        (from, to) -> {
          Layout[] parts = new Layout[operands.length];
          for (int k = 0; k < parts.length; k++) {
            parts[k] = operands[k].slice(dim, from, to, 1);
          }
          Loops.run(inner.get(), parts);
        });
  }

  /// The outermost dimension that makes as many chunks as are wanted, else the largest.
  private static int divided(Layout layout, int wanted) {
    int largest = 0;
    for (int d = 0; d < layout.rank(); d++) {
      if (layout.size(d) >= wanted) {
        return d;
      }
      largest = layout.size(d) > layout.size(largest) ? d : largest;
    }
    return largest;
  }
}
