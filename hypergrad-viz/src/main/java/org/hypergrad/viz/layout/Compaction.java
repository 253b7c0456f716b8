package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Pushes columns of vertices together, to one side, as near as their distances allow; then back to
/// the other, as far as that needs no more room, so that columns do not stand apart from what they
/// lead to.
final class Compaction {
  private final Layers layers;
  private final int[][] order;
  private final double[] widths;
  private final int[] columns;

  /// 1 towards the left, -1 towards the right: then everything is computed in a mirror.
  private final int direction;

  /// Columns that stand directly right of another somewhere, with the distance.
  private record Neighbour(int column, double distance) {}

  private final List<List<Neighbour>> after;

  Compaction(Layers layers, int[][] order, double[] widths, int[] columns, boolean toLeft) {
    this.layers = layers;
    this.order = order;
    this.widths = widths;
    this.columns = columns;
    this.direction = toLeft ? 1 : -1;
    this.after = new ArrayList<>(layers.count);
    for (int v = 0; v < layers.count; v++) {
      after.add(columns[v] == v ? new ArrayList<>(2) : null);
    }
  }

  /// The x of the middle of each vertex.
  double[] x() {
    int[] open = new int[layers.count];
    for (int[] layer : order) {
      for (int i = 1; i < layer.length; i++) {
        int left = layer[i - 1];
        int right = layer[i];
        int near = columns[direction > 0 ? left : right];
        int far = columns[direction > 0 ? right : left];
        after.get(near).add(new Neighbour(far, Spacing.between(layers, widths, left, right)));
        open[far]++;
      }
    }
    int[] sorted = sorted(open);
    double[] x = new double[layers.count];
    for (int column : sorted) {
      for (Neighbour next : after.get(column)) {
        x[next.column] = Math.max(x[next.column], x[column] + next.distance);
      }
    }
    for (int i = sorted.length - 1; i >= 0; i--) {
      pullBack(sorted[i], x);
    }
    double[] all = new double[layers.count];
    Arrays.setAll(all, v -> direction * x[columns[v]]);
    return all;
  }

  /// The far side of a group stays, so that its box is no wider than it has to be.
  private void pullBack(int column, double[] x) {
    Layers.Role farSide = direction > 0 ? Layers.Role.RIGHT : Layers.Role.LEFT;
    double room = Double.POSITIVE_INFINITY;
    for (Neighbour next : after.get(column)) {
      room = Math.min(room, x[next.column] - next.distance);
    }
    if (room < Double.POSITIVE_INFINITY && layers.role[column] != farSide) {
      x[column] = Math.max(x[column], room);
    }
  }

  /// The columns, each after those left of it.
  private int[] sorted(int[] open) {
    int[] sorted = new int[layers.count];
    int count = 0;
    for (int v = 0; v < layers.count; v++) {
      if (columns[v] == v && open[v] == 0) {
        sorted[count++] = v;
      }
    }
    for (int i = 0; i < count; i++) {
      for (Neighbour next : after.get(sorted[i])) {
        if (--open[next.column] == 0) {
          sorted[count++] = next.column;
        }
      }
    }
    return Arrays.copyOf(sorted, count);
  }
}
