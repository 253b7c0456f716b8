package org.hypergrad.viz.layout;

import java.util.Arrays;

/// Of orders with equally many crossings chooses the one that reads best: what was made first
/// stands left of what was made later, and the first input of an operation left of the second.
final class ReadingOrder {
  private static final int MOST_ROUNDS = 10;

  private final Layers layers;
  private final int[][] order;
  private final int[] position;
  private final Crossings crossings;
  private final int[][] incoming;

  private ReadingOrder(Plan plan, Layers layers, int[][] order) {
    this.layers = layers;
    this.order = order;
    this.position = new int[layers.count];
    this.crossings = new Crossings(layers, position);
    this.incoming =
        Incidence.of(plan.sizes().size(), plan.edges().stream().mapToInt(Plan.Edge::to).toArray());
    for (int[] layer : order) {
      number(layer);
    }
  }

  /// The better order.
  static int[][] of(Plan plan, Layers layers, int[][] order) {
    int[][] copy = Arrays.stream(order).map(int[]::clone).toArray(int[][]::new);
    ReadingOrder reading = new ReadingOrder(plan, layers, copy);
    if (reading.disorder() > 0) {
      reading.mirror();
    }
    reading.swapInputs();
    return copy;
  }

  private void number(int[] layer) {
    for (int i = 0; i < layer.length; i++) {
      position[layer[i]] = i;
    }
  }

  /// How many neighbours among the leaves are the wrong way round less those that are the right
  /// way; if that is undecided, the same for the inputs of operations.
  private int disorder() {
    int ofLeaves = 0;
    for (int[] layer : order) {
      int[] leaves = Arrays.stream(layer).filter(this::isLeaf).toArray();
      for (int i = 1; i < leaves.length; i++) {
        ofLeaves += Integer.signum(leaves[i - 1] - leaves[i]);
      }
    }
    int ofInputs = 0;
    for (int[] edges : incoming) {
      for (int i = 1; i < edges.length; i++) {
        int v = lastBend(edges[i - 1]);
        int w = lastBend(edges[i]);
        ofInputs += Integer.signum(position[v] - position[w]);
      }
    }
    return ofLeaves == 0 ? ofInputs : ofLeaves;
  }

  private boolean isLeaf(int v) {
    return layers.role[v] == Layers.Role.BOX && layers.above[v].length == 0;
  }

  private int lastBend(int edge) {
    int[] chain = layers.chains[edge];
    return chain[chain.length - 2];
  }

  private void mirror() {
    for (int[] layer : order) {
      int[] turned = new int[layer.length];
      for (int i = 0; i < layer.length; i++) {
        turned[layer.length - 1 - i] = layers.mirrored(layer[i]);
      }
      System.arraycopy(turned, 0, layer, 0, layer.length);
      number(layer);
    }
  }

  /// Neighbours that go into the same box, the wrong way round, change places if no edge minds.
  private void swapInputs() {
    int[] input = new int[layers.count];
    for (int[] edges : incoming) {
      for (int edge : edges) {
        input[lastBend(edge)] = edge;
      }
    }
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      changed = false;
      for (int[] layer : order) {
        for (int i = 1; i < layer.length; i++) {
          int v = layer[i - 1];
          int w = layer[i];
          boolean isWrong =
              consumer(v) != Plan.NONE && consumer(v) == consumer(w) && input[v] > input[w];
          if (isWrong && layers.areSiblings(v, w) && crossings.gainOfSwap(v, w) == 0) {
            layer[i - 1] = w;
            layer[i] = v;
            number(layer);
            changed = true;
          }
        }
      }
    }
  }

  /// The vertex that all of `v` goes into, or NONE.
  private int consumer(int v) {
    return layers.below[v].length == 1 ? layers.below[v][0] : Plan.NONE;
  }
}
