package org.hypergrad.viz.layout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Chains of vertices, at most one a layer, that are to have the same x: one of the four of Brandes
/// and Köpf.
final class Alignment {
  private final Layers layers;
  private final int[][] order;
  private final boolean fromTop;
  private final boolean fromLeft;
  private final int[] position;

  /// Segments that cross an inner one and must not be vertical.
  private final Set<Long> conflicts = new HashSet<>();

  /// @param fromTop whether vertices are aligned with those above, not below
  /// @param fromLeft whether of two alignments that cross the left one is kept
  Alignment(Layers layers, int[][] order, boolean fromTop, boolean fromLeft) {
    this.layers = layers;
    this.order = order;
    this.fromTop = fromTop;
    this.fromLeft = fromLeft;
    this.position = new int[layers.count];
    for (int[] layer : order) {
      for (int i = 0; i < layer.length; i++) {
        position[layer[i]] = i;
      }
    }
    for (int layer = 1; layer < order.length; layer++) {
      findConflicts(order[layer - 1], order[layer]);
    }
  }

  private static long segment(int top, int bottom) {
    return (long) top << 32 | bottom;
  }

  /// Between two inner segments that follow each other in the lower layer, all others have to end
  /// between their upper ends.
  private void findConflicts(int[] upper, int[] lower) {
    int from = 0;
    int leftEnd = 0;
    for (int i = 0; i < lower.length; i++) {
      int innerEnd = innerEnd(lower[i]);
      if (innerEnd < 0 && i < lower.length - 1) {
        continue;
      }
      int rightEnd = innerEnd < 0 ? upper.length - 1 : innerEnd;
      for (; from <= i; from++) {
        for (int top : layers.above[lower[from]]) {
          boolean crosses = position[top] < leftEnd || position[top] > rightEnd;
          if (crosses && !layers.isInner(top, lower[from])) {
            conflicts.add(segment(top, lower[from]));
          }
        }
      }
      leftEnd = rightEnd;
    }
  }

  /// The place of the upper end of an inner segment that ends in `v`, or -1.
  private int innerEnd(int v) {
    int[] above = layers.above[v];
    return above.length == 1 && layers.isInner(above[0], v) ? position[above[0]] : -1;
  }

  /// For each vertex one that stands for all of its column.
  int[] columns() {
    int[] columns = new int[layers.count];
    Arrays.setAll(columns, v -> v);
    boolean[] isContinued = new boolean[layers.count];
    for (int i = 1; i < order.length; i++) {
      int[] layer = order[fromTop ? i : order.length - 1 - i];
      int taken = -1;
      for (int j = 0; j < layer.length; j++) {
        int v = layer[fromLeft ? j : layer.length - 1 - j];
        for (int median : medians(v)) {
          int place = place(median);
          boolean isFree = columns[v] == v && !isContinued[median] && place > taken;
          if (isFree && !conflicts.contains(fromTop ? segment(median, v) : segment(v, median))) {
            columns[v] = columns[median];
            isContinued[median] = true;
            taken = place;
          }
        }
      }
    }
    return columns;
  }

  /// The place of a vertex in its layer, counted from the side that is begun with.
  private int place(int v) {
    return fromLeft ? position[v] : order[layers.rank[v]].length - 1 - position[v];
  }

  /// The one or two neighbours in the middle, in the order in which they are tried.
  private int[] medians(int v) {
    int[] neighbours =
        Arrays.stream(fromTop ? layers.above[v] : layers.below[v])
            .boxed()
            .sorted((a, b) -> Integer.compare(place(a), place(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    int n = neighbours.length;
    return n == 0
        ? neighbours
        : n % 2 == 1
            ? new int[] {neighbours[n / 2]}
            : new int[] {neighbours[n / 2 - 1], neighbours[n / 2]};
  }
}
