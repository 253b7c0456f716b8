package org.hypergrad.viz.layout;

import java.util.Arrays;

/// Gives every vertex its x (Brandes, Köpf: "Fast and simple horizontal coordinate assignment",
/// 2001).
///
/// Four times, from the upper and the lower left and right, each vertex is aligned with the median
/// of its neighbours in the layer before, as long as alignments do not cross; each such column is
/// then pushed as far to one side as it goes. The mean of the two middle results is taken. Inner
/// segments of long edges have precedence, so that they are straight.
final class Coordinates {
  private final Layers layers;
  private final int[][] order;
  private final double[] widths;

  private Coordinates(Layers layers, int[][] order, double[] widths) {
    this.layers = layers;
    this.order = order;
    this.widths = widths;
  }

  /// The x of the middle of each vertex.
  ///
  /// @param widths of the vertices of the layers
  static double[] of(Layers layers, int[][] order, double[] widths) {
    return new Coordinates(layers, order, widths).balanced();
  }

  private double[] balanced() {
    double[][] candidates = new double[4][];
    double[] least = new double[4];
    double[] greatest = new double[4];
    int narrowest = 0;
    for (int c = 0; c < 4; c++) {
      boolean toLeft = c < 2;
      Alignment alignment = new Alignment(layers, order, c % 2 == 0, toLeft);
      candidates[c] = new Compaction(layers, order, widths, alignment.columns(), toLeft).x();
      least[c] = Double.POSITIVE_INFINITY;
      greatest[c] = Double.NEGATIVE_INFINITY;
      for (int v = 0; v < layers.count; v++) {
        least[c] = Math.min(least[c], candidates[c][v] - widths[v] / 2);
        greatest[c] = Math.max(greatest[c], candidates[c][v] + widths[v] / 2);
      }
      if (greatest[c] - least[c] < greatest[narrowest] - least[narrowest]) {
        narrowest = c;
      }
    }
    double[] x = new double[layers.count];
    double[] four = new double[4];
    for (int v = 0; v < x.length; v++) {
      for (int c = 0; c < 4; c++) {
        double shift = c < 2 ? least[narrowest] - least[c] : greatest[narrowest] - greatest[c];
        four[c] = candidates[c][v] + shift;
      }
      Arrays.sort(four);
      x[v] = (four[1] + four[2]) / 2;
    }
    return x;
  }
}
