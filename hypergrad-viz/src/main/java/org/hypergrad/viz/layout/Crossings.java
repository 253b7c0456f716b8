package org.hypergrad.viz.layout;

import java.util.Arrays;

/// Counts how often segments cross between two layers, in O(s log v) (Barth, Jünger, Mutzel:
/// "Simple and efficient bilayer cross counting", 2002).
final class Crossings {
  /// An edge through the flank of a group is worse than one over another edge.
  private static final int BORDER_WEIGHT = 3;

  private final Layers layers;
  private final int[] position;
  private final long[] tree;

  Crossings(Layers layers, int[] position) {
    this.layers = layers;
    this.position = position;
    this.tree = new long[layers.count + 1];
  }

  /// All crossings in an order.
  static long of(Layers layers, int[][] order) {
    int[] position = new int[layers.count];
    for (int[] layer : order) {
      for (int i = 0; i < layer.length; i++) {
        position[layer[i]] = i;
      }
    }
    return new Crossings(layers, position).count(order);
  }

  private int weight(int v) {
    return layers.isBorder(v) ? BORDER_WEIGHT : 1;
  }

  /// All crossings, by the present positions.
  long count(int[][] order) {
    long sum = 0;
    for (int layer = 1; layer < order.length; layer++) {
      sum += between(order[layer - 1], order[layer].length);
    }
    return sum;
  }

  /// Over the upper layer from left to right: a segment crosses those before it that end further
  /// right.
  private long between(int[] upper, int lowerLength) {
    Arrays.fill(tree, 0, lowerLength + 1, 0);
    long sum = 0;
    long seen = 0;
    for (int v : upper) {
      int weight = weight(v);
      for (int w : layers.below[v]) {
        sum += weight * (seen - seenUpTo(position[w]));
      }
      for (int w : layers.below[v]) {
        see(position[w], weight, lowerLength);
        seen += weight;
      }
    }
    return sum;
  }

  private long seenUpTo(int place) {
    long sum = 0;
    for (int i = place + 1; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }

  private void see(int place, int weight, int length) {
    for (int i = place + 1; i <= length; i += i & -i) {
      tree[i] += weight;
    }
  }

  /// By how much fewer crossings there are if `v`, now directly left of `w`, is right of it.
  int gainOfSwap(int v, int w) {
    return gainOfSwap(layers.above[v], layers.above[w])
        + gainOfSwap(layers.below[v], layers.below[w]);
  }

  private int gainOfSwap(int[] ofLeft, int[] ofRight) {
    int gain = 0;
    for (int a : ofLeft) {
      for (int b : ofRight) {
        gain += Integer.signum(position[a] - position[b]);
      }
    }
    return gain;
  }
}
