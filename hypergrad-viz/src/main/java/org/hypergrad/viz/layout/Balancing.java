package org.hypergrad.viz.layout;

import java.util.Arrays;

/// Puts vertices in the midst of what they are linked with, where there is room: what is straight
/// already stays so and moves as one column, pulled by all its other segments.
final class Balancing {
  private static final int ROUNDS = 12;

  /// Below this a segment is straight.
  private static final double STRAIGHT = 0.75;

  private final Layers layers;
  private final int[][] order;
  private final double[] widths;
  private final double[] x;
  private final int[] position;

  /// Vertices of a column follow each other in a ring.
  private final int[] nextInColumn;

  private final int[] column;

  private Balancing(Layers layers, int[][] order, double[] widths, double[] x) {
    this.layers = layers;
    this.order = order;
    this.widths = widths;
    this.x = x.clone();
    this.position = new int[layers.count];
    this.nextInColumn = new int[layers.count];
    this.column = new int[layers.count];
    for (int[] layer : order) {
      for (int i = 0; i < layer.length; i++) {
        position[layer[i]] = i;
      }
    }
    Arrays.setAll(column, v -> v);
    Arrays.setAll(nextInColumn, v -> v);
    for (int v = 0; v < layers.count; v++) {
      for (int w : layers.above[v]) {
        if (Math.abs(x[v] - x[w]) < STRAIGHT && !isLeaf(v) && !isLeaf(w)) {
          join(v, w);
        }
      }
    }
  }

  /// Better x than these.
  static double[] of(Layers layers, int[][] order, double[] widths, double[] x) {
    Balancing balancing = new Balancing(layers, order, widths, x);
    for (int round = 0; round < ROUNDS; round++) {
      for (int v = 0; v < layers.count; v++) {
        if (balancing.column[v] == v) {
          balancing.move(v);
        }
      }
    }
    return balancing.x;
  }

  private boolean isLeaf(int v) {
    return layers.role[v] == Layers.Role.BOX
        && layers.above[v].length + layers.below[v].length == 1;
  }

  private void join(int v, int w) {
    if (column[v] == column[w]) {
      return;
    }
    int from = column[w];
    for (int u = w; column[u] == from; u = nextInColumn[u]) {
      column[u] = column[v];
    }
    int next = nextInColumn[v];
    nextInColumn[v] = nextInColumn[w];
    nextInColumn[w] = next;
  }

  /// To the mean of what pulls, as far as the neighbours of the column allow.
  private void move(int first) {
    double pull = 0;
    int count = 0;
    double roomLeft = Double.POSITIVE_INFINITY;
    double roomRight = Double.POSITIVE_INFINITY;
    int v = first;
    do {
      for (int[] others : new int[][] {layers.above[v], layers.below[v]}) {
        for (int w : others) {
          if (column[w] != first) {
            pull += x[w] - x[v];
            count++;
          }
        }
      }
      int[] layer = order[layers.rank[v]];
      int place = position[v];
      if (place > 0) {
        int left = layer[place - 1];
        roomLeft = Math.min(roomLeft, x[v] - x[left] - Spacing.between(layers, widths, left, v));
      }
      if (place < layer.length - 1) {
        int right = layer[place + 1];
        roomRight =
            Math.min(roomRight, x[right] - x[v] - Spacing.between(layers, widths, v, right));
      }
      v = nextInColumn[v];
    } while (v != first);
    if (count > 0) {
      double shift =
          Math.max(-Math.max(0, roomLeft), Math.min(pull / count, Math.max(0, roomRight)));
      do {
        x[v] += shift;
        v = nextInColumn[v];
      } while (v != first);
    }
  }
}
