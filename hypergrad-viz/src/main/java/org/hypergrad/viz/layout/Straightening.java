package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Moves the vertices of layers sideways until the way of the edges is as short as can be, those
/// that should be straight counting most (Gansner et al., 1993, section 4.2).
///
/// Every segment gets a vertex of its own, left of both ends by links of length 0: their sum is the
/// distance between the ends.
final class Straightening {
  /// Above this it would take too long; what it starts from is good as well.
  private static final int MOST_SEGMENTS = 2000;

  /// All is computed in whole half pixels.
  private static final int PARTS = 2;

  private static final int TO_LEAF = 1;
  private static final int TO_BOX = 3;
  private static final int TO_BEND = 6;
  private static final int INNER = 16;
  private static final int BORDER = 1000;

  private final Layers layers;
  private final int[][] order;
  private final double[] widths;
  private final List<Link> links = new ArrayList<>();

  private Straightening(Layers layers, int[][] order, double[] widths) {
    this.layers = layers;
    this.order = order;
    this.widths = widths;
  }

  /// Better x, or the same if there are too many.
  ///
  /// @param widths whole numbers
  static double[] of(Layers layers, int[][] order, double[] widths, double[] x) {
    int segments = Arrays.stream(layers.above).mapToInt(above -> above.length).sum();
    return segments > MOST_SEGMENTS || layers.count == 0
        ? x
        : new Straightening(layers, order, widths).improved(x, segments);
  }

  private double[] improved(double[] x, int segments) {
    int[] places = new int[layers.count + segments];
    for (int[] layer : order) {
      for (int i = 0; i < layer.length; i++) {
        places[layer[i]] = (int) Math.round(x[layer[i]] * PARTS);
        if (i > 0) {
          int distance = distance(layer[i - 1], layer[i]);
          links.add(new Link(layer[i - 1], layer[i], distance, 0));
          places[layer[i]] = Math.max(places[layer[i]], places[layer[i - 1]] + distance);
        }
      }
    }
    int segment = layers.count;
    for (int v = 0; v < layers.count; v++) {
      for (int w : layers.above[v]) {
        int weight = weight(w, v);
        links.add(new Link(segment, v, 0, weight));
        links.add(new Link(segment, w, 0, weight));
        places[segment++] = Math.min(places[v], places[w]);
      }
    }
    for (int g = 0; g < layers.first.length; g++) { // no wider than it has to be
      links.add(new Link(layers.left(g, layers.first[g]), layers.right(g, layers.first[g]), 0, 1));
    }
    int[] better = NetworkSimplex.improved(places, links);
    return Arrays.stream(better, 0, layers.count)
        .mapToDouble(place -> (double) place / PARTS)
        .toArray();
  }

  private int distance(int left, int right) {
    return (int) Math.ceil(Spacing.between(layers, widths, left, right) * PARTS);
  }

  private int weight(int top, int bottom) {
    if (layers.isBorder(top)) {
      return BORDER;
    }
    if (layers.isInner(top, bottom)) {
      return INNER;
    }
    if (layers.role[top] != layers.role[bottom]) {
      return TO_BEND;
    }
    return isLeaf(top) || isLeaf(bottom) ? TO_LEAF : TO_BOX;
  }

  /// It can stand anywhere: the rest of the graph does not bend for it.
  private boolean isLeaf(int box) {
    return layers.above[box].length + layers.below[box].length == 1;
  }
}
