package org.hypergrad.viz.layout;

import java.util.Arrays;

/// The y of all that lies in layers. Layers are as high as their highest box, which all are centred
/// on; between them is room for the edges, and for the titles of groups.
final class Rows {
  private final Plan plan;
  private final Layers layers;
  private final double[] tops;
  private final double[] heights;

  /// How far the box of each group stands over its first layer, and under its last.
  private final double[] over;

  private final double[] under;

  /// The same for each layer: as far as any group does that begins or ends there.
  private final double[] overLayer;

  private final double[] underLayer;

  Rows(Plan plan, Layers layers, double[] x) {
    this.plan = plan;
    this.layers = layers;
    this.tops = new double[layers.layerCount];
    this.heights = new double[layers.layerCount];
    this.over = new double[layers.first.length];
    this.under = new double[layers.first.length];
    this.overLayer = new double[layers.layerCount];
    this.underLayer = new double[layers.layerCount];
    measureGroups();
    for (int v = 0; v < plan.sizes().size(); v++) {
      int layer = layers.rank[v];
      heights[layer] = Math.max(heights[layer], plan.sizes().get(v).height());
    }
    double[] steepness = steepness(x);
    for (int layer = 0; layer < tops.length; layer++) {
      tops[layer] =
          layer == 0
              ? Spacing.MARGIN + overLayer[0]
              : bottom(layer - 1)
                  + underLayer[layer - 1]
                  + Spacing.LAYERS
                  + steepness[layer]
                  + overLayer[layer];
    }
  }

  /// From the innermost out, for a parent has a smaller number.
  private void measureGroups() {
    for (int g = over.length - 1; g >= 0; g--) {
      over[g] += Spacing.GROUP_TITLE;
      under[g] += Spacing.BORDER;
      int parent = plan.groupParents().get(g);
      if (parent != Plan.NONE && layers.first[parent] == layers.first[g]) {
        over[parent] = Math.max(over[parent], over[g]);
      }
      if (parent != Plan.NONE && layers.last[parent] == layers.last[g]) {
        under[parent] = Math.max(under[parent], under[g]);
      }
      overLayer[layers.first[g]] = Math.max(overLayer[layers.first[g]], over[g]);
      underLayer[layers.last[g]] = Math.max(underLayer[layers.last[g]], under[g]);
    }
  }

  /// What each layer is further down for the edges to it that cover long distances sideways.
  private double[] steepness(double[] x) {
    double[] farthest = new double[layers.layerCount];
    for (int v = 0; v < layers.count; v++) {
      for (int w : layers.above[v]) {
        farthest[layers.rank[v]] = Math.max(farthest[layers.rank[v]], Math.abs(x[v] - x[w]));
      }
    }
    return Arrays.stream(farthest)
        .map(distance -> Math.min(Spacing.MOST_STEEPNESS, Spacing.STEEPNESS * distance))
        .toArray();
  }

  double top(int layer) {
    return tops[layer];
  }

  double bottom(int layer) {
    return tops[layer] + heights[layer];
  }

  /// Where the groups begin that begin with this layer.
  double over(int layer) {
    return tops[layer] - overLayer[layer];
  }

  /// Where the groups end that end with this layer.
  double under(int layer) {
    return bottom(layer) + underLayer[layer];
  }

  double boxTop(int box) {
    int layer = layers.rank[box];
    return tops[layer] + (heights[layer] - plan.sizes().get(box).height()) / 2;
  }

  double boxBottom(int box) {
    return boxTop(box) + plan.sizes().get(box).height();
  }

  double groupTop(int g) {
    return tops[layers.first[g]] - over[g];
  }

  double groupBottom(int g) {
    return bottom(layers.last[g]) + under[g];
  }

  double end() {
    double end = 0;
    for (int layer = 0; layer < tops.length; layer++) {
      end = Math.max(end, bottom(layer));
    }
    for (int g = 0; g < over.length; g++) {
      end = Math.max(end, groupBottom(g));
    }
    return end + Spacing.MARGIN;
  }
}
