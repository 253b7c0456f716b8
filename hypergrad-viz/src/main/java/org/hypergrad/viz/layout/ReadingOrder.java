package org.hypergrad.viz.layout;

import java.util.Arrays;

/// Of orders with equally many crossings chooses the one that reads best: the first input of an
/// operation stands left of the second, and what is used first left of what is used later.
final class ReadingOrder {
  private static final int MOST_ROUNDS = 10;

  private final Layers layers;
  private final int[][] order;
  private final int[] position;
  private final Crossings crossings;
  private final int[][] incoming;
  private final int[][] outgoing;

  private ReadingOrder(Plan plan, Layers layers, int[][] order) {
    this.layers = layers;
    this.order = order;
    this.position = new int[layers.count];
    this.crossings = new Crossings(layers, position);
    int boxes = plan.sizes().size();
    this.incoming = Incidence.of(boxes, plan.edges().stream().mapToInt(Plan.Edge::to).toArray());
    this.outgoing = Incidence.of(boxes, plan.edges().stream().mapToInt(Plan.Edge::from).toArray());
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

  /// How many neighbours are the wrong way round less those that are the right way.
  private int disorder() {
    int disorder = 0;
    for (int box = 0; box < incoming.length; box++) {
      for (int i = 1; i < incoming[box].length; i++) {
        disorder += wrong(lastBend(incoming[box][i - 1]), lastBend(incoming[box][i]));
      }
      for (int i = 1; i < outgoing[box].length; i++) {
        disorder += wrong(firstBend(outgoing[box][i - 1]), firstBend(outgoing[box][i]));
      }
    }
    return disorder;
  }

  private int wrong(int v, int w) {
    return Integer.signum(position[v] - position[w]);
  }

  private int firstBend(int edge) {
    return layers.chains[edge][1];
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
