package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypergrad.viz.layout.Placement.Box;

/// Layered layout, in the four steps of Sugiyama: every vertex gets a layer, so that all edges
/// point down; the vertices of a layer get an order, so that few edges cross; then their x, so that
/// edges are straight; then their y. The same plan is placed the same way, always.
public final class LayeredLayout {
  /// The most vertices that are placed.
  public static final int MOST_VERTICES = 20_000;

  private LayeredLayout() {}

  /// Places a graph.
  ///
  /// @throws IllegalArgumentException if it has a cycle, an empty group, or is too large
  public static Placement place(Plan plan) {
    if (plan.sizes().size() > MOST_VERTICES) {
      throw new IllegalArgumentException(
          ("This drawing has %s vertices, and a layout takes at most %s. Draw a smaller part of it"
                  + " (one sample, one layer), fold its groups, or write DOT, which has no limit.")
              .formatted(plan.sizes().size(), MOST_VERTICES));
    }
    Layers layers = new Layers(plan, Ranking.of(plan));
    int[][] order = Ordering.of(plan, layers);
    double[] widths = new double[layers.count];
    for (int v = 0; v < plan.sizes().size(); v++) {
      widths[v] = plan.sizes().get(v).width();
    }
    double[] x = Coordinates.of(layers, order, widths);
    x = Straightening.of(layers, order, widths, x);
    x = Balancing.of(layers, order, widths, x);
    moveToMargin(x, widths);
    Rows rows = new Rows(plan, layers, x);
    return new Placement(
        boxes(plan, x, rows),
        groups(layers, x, rows),
        Routes.of(plan, layers, order, widths, x, rows),
        right(x, widths) + Spacing.MARGIN,
        rows.end());
  }

  private static void moveToMargin(double[] x, double[] widths) {
    double left = Double.POSITIVE_INFINITY;
    for (int v = 0; v < x.length; v++) {
      left = Math.min(left, x[v] - widths[v] / 2);
    }
    for (int v = 0; v < x.length; v++) {
      x[v] += Spacing.MARGIN - left;
    }
  }

  private static double right(double[] x, double[] widths) {
    double right = 0;
    for (int v = 0; v < x.length; v++) {
      right = Math.max(right, x[v] + widths[v] / 2);
    }
    return right;
  }

  private static List<Box> boxes(Plan plan, double[] x, Rows rows) {
    List<Box> boxes = new ArrayList<>();
    for (int v = 0; v < plan.sizes().size(); v++) {
      Plan.Size size = plan.sizes().get(v);
      boxes.add(new Box(x[v] - size.width() / 2, rows.boxTop(v), size.width(), size.height()));
    }
    return boxes;
  }

  private static List<Box> groups(Layers layers, double[] x, Rows rows) {
    Box[] boxes = new Box[layers.first.length];
    Arrays.setAll(
        boxes,
        g -> {
          double left = Double.POSITIVE_INFINITY;
          double right = Double.NEGATIVE_INFINITY;
          for (int layer = layers.first[g]; layer <= layers.last[g]; layer++) {
            left = Math.min(left, x[layers.left(g, layer)]);
            right = Math.max(right, x[layers.right(g, layer)]);
          }
          double top = rows.groupTop(g);
          return new Box(left, top, right - left, rows.groupBottom(g) - top);
        });
    return List.of(boxes);
  }
}
