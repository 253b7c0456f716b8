package org.hypergrad.viz.drawing;

import static org.hypergrad.viz.svg.Numbers.plain;

import java.util.List;
import org.hypergrad.viz.layout.Placement.Point;
import org.hypergrad.viz.layout.Placement.Route;

/// The way of an arrow, and its tip, as path data of SVG: lines, with curves for corners.
final class Way {
  private static final double TIP_LENGTH = 8;
  private static final double TIP_WIDTH = 3.4;

  private Way() {}

  static String of(Route route) {
    List<Point> points = route.points();
    StringBuilder way = new StringBuilder("M" + text(route.start()));
    for (int i = 1; i < points.size() - 1; i++) {
      Point before = points.get(i - 1);
      Point corner = points.get(i);
      Point after = points.get(i + 1);
      double radius =
          Math.min(
              Math.min(distance(before, corner), distance(corner, after)) / 2,
              2 * Route.CORNER_ROOM / Math.sin(turn(before, corner, after) / 2));
      way.append("L").append(text(towards(corner, before, radius)));
      way.append("Q").append(text(corner)).append(' ');
      way.append(text(towards(corner, after, radius)));
    }
    return way.append("L").append(text(route.end())).toString();
  }

  /// A triangle in the direction in which the way ends.
  static String tip(Route route) {
    Point end = route.end();
    Point before = route.points().get(route.points().size() - 2);
    double length = distance(before, end);
    double dx = (end.x() - before.x()) / length;
    double dy = (end.y() - before.y()) / length;
    return "M%sl%s %sl%s %sz"
        .formatted(
            text(end),
            plain(-TIP_LENGTH * dx - TIP_WIDTH * dy),
            plain(-TIP_LENGTH * dy + TIP_WIDTH * dx),
            plain(2 * TIP_WIDTH * dy),
            plain(-2 * TIP_WIDTH * dx));
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(b.x() - a.x(), b.y() - a.y());
  }

  /// The angle by which the direction changes.
  private static double turn(Point before, Point corner, Point after) {
    double one = Math.atan2(corner.x() - before.x(), corner.y() - before.y());
    double other = Math.atan2(after.x() - corner.x(), after.y() - corner.y());
    return Math.abs(other - one);
  }

  private static Point towards(Point from, Point to, double distance) {
    double part = distance / distance(from, to);
    return new Point(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
  }

  private static String text(Point point) {
    return plain(point.x()) + " " + plain(point.y());
  }
}
