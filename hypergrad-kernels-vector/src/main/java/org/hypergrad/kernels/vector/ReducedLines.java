package org.hypergrad.kernels.vector;

import java.util.Arrays;
import java.util.Comparator;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;

/// The elements that a reduction makes one number of, as lines of one length and step. For each
/// result they lie in the same way around another first element.
///
/// @param length how many elements a line has
/// @param step the distance between neighbours on a line
/// @param starts where the lines begin, counted from the first element
record ReducedLines(int length, int step, int[] starts) {
  /// The lines for reducing the dimensions of x behind the first `kept` ones, the closest elements
  /// on one line.
  static ReducedLines of(Layout x, int kept) {
    Layout reduced = x;
    for (int d = 0; d < kept; d++) {
      reduced = reduced.select(0, 0);
    }
    if (reduced.numel() == 0) {
      return new ReducedLines(0, 0, new int[0]);
    }
    Layout sorted = closestLast(reduced);
    int length = Lines.innermost(sorted);
    int[] starts = new int[sorted.numel() / length];
    int[] steps = new int[1];
    int[] count = new int[1];
    Loops.run(
        (_, start, step) -> {
          steps[0] = step[0];
          starts[count[0]++] = start[0] - x.offset();
        },
        sorted);
    return new ReducedLines(length, steps[0], starts);
  }

  /// Where the first elements of the results lie.
  static Layout results(Layout x, int kept) {
    Layout results = x;
    for (int d = x.rank() - 1; d >= kept; d--) {
      results = results.select(d, 0);
    }
    return results;
  }

  /// How many elements a result has.
  int numel() {
    return length * starts.length;
  }

  /// How many parts of at most `size` elements there are: pieces of one line, or whole lines.
  int parts(int size) {
    return length > size
        ? starts.length * Math.ceilDiv(length, size)
        : Math.ceilDiv(starts.length, linesOf(size));
  }

  /// The part that is number `i` of them.
  ReducedLines part(int i, int size) {
    if (length > size) {
      int pieces = Math.ceilDiv(length, size);
      int from = i % pieces * size;
      int start = starts[i / pieces] + from * step;
      return new ReducedLines(Math.min(size, length - from), step, new int[] {start});
    }
    int from = i * linesOf(size);
    int to = Math.min(from + linesOf(size), starts.length);
    return new ReducedLines(length, step, Arrays.copyOfRange(starts, from, to));
  }

  private int linesOf(int size) {
    return size / Math.max(length, 1);
  }

  private static Layout closestLast(Layout layout) {
    Integer[] order = new Integer[layout.rank()];
    Arrays.setAll(order, d -> d);
    Arrays.sort(order, Comparator.comparingInt(d -> -layout.stride(d)));
    return layout.permute(Arrays.stream(order).mapToInt(d -> d).toArray());
  }
}
