package org.hypergrad.viz.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.viz.layout.Placement.Point;
import org.hypergrad.viz.layout.Placement.Route;

/// The ways of the edges, once everything else has its place: the shortest that pass boxes, groups
/// and each other on the side that was found for them.
final class Routes {
  private Routes() {}

  static List<Route> of(
      Plan plan, Layers layers, int[][] order, double[] widths, double[] x, Rows rows) {
    Corridor corridor = new Corridor(plan, layers, order, widths, x, rows);
    Ends ends = new Ends(plan, layers, x, rows, corridor);
    Route[] routes = new Route[layers.chains.length];
    int[] longestFirst =
        IntStream.range(0, routes.length)
            .boxed()
            .sorted(Comparator.comparingInt(e -> -layers.chains[e].length))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int e : longestFirst) {
      Plan.Edge edge = plan.edges().get(e);
      List<Point> points =
          TautString.of(
              new Point(ends.start(e), rows.boxBottom(edge.from())),
              corridor.gates(e),
              new Point(ends.end(e), rows.boxTop(edge.to())));
      corridor.take(e, points);
      routes[e] = new Route(points);
    }
    return Arrays.asList(routes);
  }
}
