package org.hypergrad.kernels.vector;

import java.util.function.Consumer;
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

  /// How many neighbours are worth a line of a loop of their own.
  private static final int NEIGHBOURS = 64;

  private ParallelLoops() {}

  /// Runs a loop over all elements of operands that have the same shape.
  ///
  /// @param inner makes the loop; each chunk has its own, so that it may have buffers
  static void run(Supplier<Loops.Inner> inner, Layout... operands) {
    run(1, inner, operands);
  }

  /// As [#run(Supplier, Layout...)], where each element stands for `cost` elements.
  static void run(int cost, Supplier<Loops.Inner> inner, Layout... operands) {
    run(cost, 1, inner, operands);
  }

  /// The same, in chunks of at least `neighbours` of the innermost dimension, or all of it.
  static void run(int cost, int neighbours, Supplier<Loops.Inner> inner, Layout... operands) {
    chunks(cost, neighbours, parts -> Loops.run(inner.get(), parts), operands);
  }

  /// Cuts operands that have the same shape into parts.
  ///
  /// @param cost as how many elements each one counts
  /// @param body handles a part of every operand
  static void parts(int cost, Consumer<Layout[]> body, Layout... operands) {
    chunks(cost, 1, body, operands);
  }

  private static void chunks(
      int cost, int neighbours, Consumer<Layout[]> body, Layout... operands) {
    int wanted = (int) Math.min((long) operands[0].numel() * cost / GRAIN, operands[0].numel());
    if (wanted < 2) {
      body.accept(operands);
    } else {
      int dim = divided(operands[0], wanted);
      int length = Math.ceilDiv(operands[0].size(dim), wanted);
      boolean isInnermost = dim == operands[0].rank() - 1;
      parts(dim, isInnermost ? Math.max(length, neighbours) : length, body, operands);
    }
  }

  /// Runs a loop in which elements along `dim` depend on each other: every chunk has all of that
  /// dimension.
  static void runAcross(int dim, Supplier<Loops.Inner> inner, Layout... operands) {
    int wanted = operands[0].numel() / GRAIN;
    int other = largestBut(dim, operands[0]);
    if (wanted < 2 || other == dim) {
      Loops.run(inner.get(), operands);
    } else {
      int length = Math.ceilDiv(operands[0].size(other), wanted);
      parts(other, Math.max(length, NEIGHBOURS), parts -> Loops.run(inner.get(), parts), operands);
    }
  }

  private static void parts(int dim, int length, Consumer<Layout[]> body, Layout... operands) {
    Workers.parallelFor(
        operands[0].size(dim),
        length,
        (from, to) -> {
          Layout[] parts = new Layout[operands.length];
          for (int k = 0; k < parts.length; k++) {
            parts[k] = operands[k].slice(dim, from, to, 1);
          }
          body.accept(parts);
        });
  }

  /// The largest dimension that is not `dim`, or `dim` if there is no other.
  private static int largestBut(int dim, Layout layout) {
    int largest = dim;
    for (int d = 0; d < layout.rank(); d++) {
      boolean larger = largest == dim || layout.size(d) > layout.size(largest);
      largest = d != dim && larger ? d : largest;
    }
    return largest;
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
