package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.viz.layout.Placement.Point;

/// The shortest way down through gates: like a string pulled tight, straight wherever it can be,
/// with a corner only at what is in its way.
final class TautString {
  private static final double NEARLY = 1e-9;

  private TautString() {}

  /// The points of the way from `start` to `end`, both included.
  ///
  /// @param gates from top to bottom, between the two
  static List<Point> of(Point start, List<Gate> gates, Point end) {
    List<Point> points = new ArrayList<>();
    points.add(start);
    Point corner = start;
    for (int next = 0; next <= gates.size(); ) {
      next = nextCorner(corner, next, gates, end, points);
      corner = points.getLast();
    }
    return points;
  }

  /// Looks from a corner through the gates from `first` on. What is seen through all of them lies
  /// between two slopes; where they meet, the way bends around the gate that was nearer.
  ///
  /// @return the gate to go on with
  private static int nextCorner(
      Point from, int first, List<Gate> gates, Point end, List<Point> points) {
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    int ofLeast = -1;
    int ofMost = -1;
    for (int i = first; i <= gates.size(); i++) {
      Gate gate = i < gates.size() ? gates.get(i) : new Gate(end.y(), end.x(), end.x());
      double height = gate.y() - from.y();
      double left = (gate.left() - from.x()) / height;
      double right = (gate.right() - from.x()) / height;
      if (left > most + NEARLY) {
        return corner(gates.get(ofMost).right(), ofMost, gates, points);
      }
      if (right < least - NEARLY) {
        return corner(gates.get(ofLeast).left(), ofLeast, gates, points);
      }
      if (left >= least) {
        least = left;
        ofLeast = i;
      }
      if (right <= most) {
        most = right;
        ofMost = i;
      }
    }
    points.add(end);
    return gates.size() + 1;
  }

  private static int corner(double x, int gate, List<Gate> gates, List<Point> points) {
    points.add(new Point(x, gates.get(gate).y()));
    return gate + 1;
  }
}
