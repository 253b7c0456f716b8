package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hypergrad.viz.layout.Placement.Point;
import org.hypergrad.viz.layout.Placement.Route;

/// The ways of the edges, once everything else has its place. An edge goes straight down through
/// the layers and changes its x only between two of them.
final class Routes {
  private final Plan plan;
  private final Layers layers;
  private final double[] x;

  private final Rows rows;

  private final double[] startX;
  private final double[] endX;

  Routes(Plan plan, Layers layers, double[] x, Rows rows) {
    this.plan = plan;
    this.layers = layers;
    this.x = x;
    this.rows = rows;
    this.startX = new double[layers.chains.length];
    this.endX = new double[layers.chains.length];
    for (int e = 0; e < startX.length; e++) {
      wishEnds(e);
    }
    spread(startX, plan.edges().stream().mapToInt(Plan.Edge::from).toArray(), true);
    spread(endX, plan.edges().stream().mapToInt(Plan.Edge::to).toArray(), false);
  }

  /// An end wishes to be where its edge can go on straight down.
  private void wishEnds(int e) {
    int[] chain = layers.chains[e];
    int from = chain[0];
    int to = chain[chain.length - 1];
    if (chain.length > 2) {
      startX[e] = clamped(x[chain[1]], from);
      endX[e] = clamped(x[chain[chain.length - 2]], to);
      return;
    }
    double straight = clamped(clamped((x[from] + x[to]) / 2, from), to);
    boolean canBeStraight = clamped(straight, from) == straight;
    startX[e] = canBeStraight ? straight : clamped(x[to], from);
    endX[e] = canBeStraight ? straight : clamped(x[from], to);
  }

  /// Not far from the middle, for there an edge looks best.
  private double clamped(double wished, int box) {
    double room = Math.min(room(box), plan.sizes().get(box).width() / 4);
    return Math.clamp(wished, x[box] - room, x[box] + room);
  }

  /// How far from the middle of a box an edge may end.
  private double room(int box) {
    Plan.Size size = plan.sizes().get(box);
    return Math.max(0, size.width() / 2 - size.inset());
  }

  /// Keeps the ends at each box apart, in the order in which their edges come from left and right.
  private void spread(double[] ends, int[] boxes, boolean atBottom) {
    int[][] edges = Incidence.of(plan.sizes().size(), boxes);
    for (int box = 0; box < edges.length; box++) {
      List<Integer> sorted = new ArrayList<>();
      for (int e : edges[box]) {
        sorted.add(e);
      }
      sorted.sort(
          Comparator.comparingDouble((Integer e) -> neighbourX(e, atBottom))
              .thenComparing(Comparator.naturalOrder()));
      spread(ends, sorted, box);
    }
  }

  private double neighbourX(int e, boolean atBottom) {
    int[] chain = layers.chains[e];
    return x[atBottom ? chain[1] : chain[chain.length - 2]];
  }

  private void spread(double[] ends, List<Integer> sorted, int box) {
    int n = sorted.size();
    if (n < 2) {
      return;
    }
    double room = room(box);
    double distance = Math.min(Spacing.ENDS, 2 * room / (n - 1));
    double least = x[box] - room;
    for (int e : sorted) {
      ends[e] = Math.max(ends[e], least);
      least = ends[e] + distance;
    }
    double most = x[box] + room;
    for (int e : sorted.reversed()) {
      ends[e] = Math.min(ends[e], most);
      most = ends[e] - distance;
    }
  }

  List<Route> all() {
    List<Route> routes = new ArrayList<>();
    for (int e = 0; e < layers.chains.length; e++) {
      routes.add(route(e));
    }
    return routes;
  }

  private Route route(int e) {
    int[] chain = layers.chains[e];
    List<Point> points = new ArrayList<>();
    int from = chain[0];
    int to = chain[chain.length - 1];
    points.add(new Point(startX[e], rows.boxBottom(from)));
    points.add(
        new Point(
            startX[e],
            Math.max(
                rows.bottom(layers.rank[from]), rows.boxBottom(from) + Spacing.STRAIGHT_START)));
    for (int i = 1; i < chain.length - 1; i++) {
      double bend = x[chain[i]];
      points.add(new Point(bend, rows.top(layers.rank[chain[i]])));
      points.add(new Point(bend, rows.bottom(layers.rank[chain[i]])));
    }
    points.add(
        new Point(
            endX[e], Math.min(rows.top(layers.rank[to]), rows.boxTop(to) - Spacing.STRAIGHT_END)));
    points.add(new Point(endX[e], rows.boxTop(to)));
    return new Route(simplified(points));
  }

  /// Without the points in the midst of a straight line.
  private static List<Point> simplified(List<Point> points) {
    List<Point> simple = new ArrayList<>();
    for (Point point : points) {
      int n = simple.size();
      if (n > 0 && simple.get(n - 1).equals(point)) {
        continue;
      }
      if (n > 1 && simple.get(n - 2).x() == point.x() && simple.get(n - 1).x() == point.x()) {
        simple.removeLast();
      }
      simple.add(point);
    }
    return simple;
  }
}
