package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.viz.layout.Placement.Point;

/// Where edges may go, once boxes and groups have their places: in each layer between the same
/// neighbours, in the order that was found for it. Edges that have their way keep it; for those
/// that do not have it yet, room is left.
final class Corridor {
  /// The heights of a layer at which a way is looked at: where the groups begin that begin here,
  /// where the boxes do, where the boxes end, and the groups that end here.
  private static final int LEVELS = 4;

  private static final int OVER = 0;
  private static final int TOP = 1;
  private static final int BOTTOM = 2;
  private static final int UNDER = 3;

  private final Plan plan;
  private final Layers layers;
  private final int[][] order;
  private final double[] widths;
  private final double[] x;
  private final Rows rows;
  private final int[] position;

  /// The x of each bend at each level, null if its edge has no way yet.
  private final double[][] ways;

  Corridor(Plan plan, Layers layers, int[][] order, double[] widths, double[] x, Rows rows) {
    this.plan = plan;
    this.layers = layers;
    this.order = order;
    this.widths = widths;
    this.x = x;
    this.rows = rows;
    this.position = new int[layers.count];
    this.ways = new double[layers.count][];
    for (int[] layer : order) {
      for (int i = 0; i < layer.length; i++) {
        position[layer[i]] = i;
      }
    }
  }

  /// What an edge has to pass between its two boxes, from top to bottom.
  List<Gate> gates(int edge) {
    int[] chain = layers.chains[edge];
    List<Gate> gates = new ArrayList<>(LEVELS * chain.length);
    for (int i = 0; i < chain.length; i++) {
      for (int level = i == 0 ? BOTTOM : OVER; level < LEVELS; level++) {
        if (i == chain.length - 1 && level == BOTTOM) {
          break;
        }
        addGate(chain[i], level, gates);
      }
    }
    double start = rows.boxBottom(chain[0]);
    double end = rows.boxTop(chain[chain.length - 1]);
    gates.removeIf(gate -> gate.y() <= start || gate.y() >= end);
    return gates;
  }

  private void addGate(int v, int level, List<Gate> gates) {
    Gate gate = new Gate(y(layers.rank[v], level), -limit(v, level, -1), limit(v, level, 1));
    gates.add(
        gates.isEmpty() || gates.getLast().y() < gate.y() ? gate : gate.and(gates.removeLast()));
  }

  private double y(int layer, int level) {
    return switch (level) {
      case OVER -> rows.over(layer);
      case TOP -> rows.top(layer);
      case BOTTOM -> rows.bottom(layer);
      default -> rows.under(layer);
    };
  }

  /// How far to a side an edge may go that passes `v`.
  ///
  /// @param side 1 for the right; -1 for the left, in a mirror
  private double limit(int v, int level, int side) {
    int[] layer = order[layers.rank[v]];
    boolean isPassing = layers.role[v] == Layers.Role.BEND;
    double kept = 0;
    for (int i = position[v] + side; i >= 0 && i < layer.length; i += side) {
      int w = layer[i];
      if (layers.isBorder(w)) {
        return side * x[w] - Spacing.BORDER_AND_WAY - kept;
      }
      if (layers.role[w] == Layers.Role.BOX) {
        if (level == TOP || level == BOTTOM) {
          return side * x[w] - widths[w] / 2 - Spacing.BOX_AND_WAY - kept;
        }
      } else if (ways[w] != null) {
        return Math.max(side * ways[w][level] - Spacing.WAYS - kept, beside(v, side, isPassing));
      } else if (isPassing) {
        kept += Spacing.WAYS;
      } else {
        return beside(v, side, false);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /// An edge that begins or ends in `v` may go a little beyond the side of the box.
  private double beside(int v, int side, boolean isPassing) {
    return isPassing
        ? Double.NEGATIVE_INFINITY
        : side * x[v] + widths[v] / 2 + Spacing.BOX_AND_EDGE - Spacing.BOX_AND_WAY;
  }

  /// From now on an edge has its way.
  void take(int edge, List<Point> points) {
    int[] chain = layers.chains[edge];
    int segment = 1;
    for (int i = 1; i < chain.length - 1; i++) {
      ways[chain[i]] = new double[LEVELS];
      for (int level = 0; level < LEVELS; level++) {
        double y = y(layers.rank[chain[i]], level);
        while (points.get(segment).y() < y) {
          segment++;
        }
        ways[chain[i]][level] = between(points.get(segment - 1), points.get(segment), y);
      }
    }
  }

  private static double between(Point a, Point b, double y) {
    return a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y());
  }
}
