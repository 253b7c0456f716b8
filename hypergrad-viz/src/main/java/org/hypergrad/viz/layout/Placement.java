package org.hypergrad.viz.layout;

import java.util.List;

/// Where everything is, in pixels from the upper left corner.
///
/// @param vertices a box for each vertex
/// @param groups a box for each group, around all that lies in it and nothing else
/// @param routes a route for each edge
/// @param width of the whole
/// @param height of the whole
public record Placement(
    List<Box> vertices, List<Box> groups, List<Route> routes, double width, double height) {
  /// Copies the lists.
  public Placement {
    vertices = List.copyOf(vertices);
    groups = List.copyOf(groups);
    routes = List.copyOf(routes);
  }

  /// A rectangle.
  ///
  /// @param x of its left side
  /// @param y of its upper side
  /// @param width from its left side to its right
  /// @param height from its upper side to its lower
  public record Box(double x, double y, double width, double height) {
    /// The x of its right side.
    public double right() {
      return x + width;
    }

    /// The y of its lower side.
    public double bottom() {
      return y + height;
    }
  }

  /// The way of an edge: straight lines downwards from point to point. Nothing is nearer to the
  /// inside of a corner than [#CORNER_ROOM], so that corners can be rounded.
  ///
  /// @param points two at least
  public record Route(List<Point> points) {
    /// How far a corner may be cut, in pixels.
    public static final double CORNER_ROOM = 6;

    /// Copies the list.
    public Route {
      points = List.copyOf(points);
    }

    /// Where it begins.
    public Point start() {
      return points.getFirst();
    }

    /// Where it ends.
    public Point end() {
      return points.getLast();
    }

    /// On which side of its beginning a word stands clear of it: 1 for the right, -1 for the left.
    public int startSide() {
      return points.get(1).x() > start().x() ? -1 : 1;
    }

    /// On which side of its end a word stands clear of it: 1 for the right, -1 for the left.
    public int endSide() {
      return points.get(points.size() - 2).x() > end().x() ? -1 : 1;
    }
  }

  /// A point.
  ///
  /// @param x from the left
  /// @param y from the top
  public record Point(double x, double y) {}
}
