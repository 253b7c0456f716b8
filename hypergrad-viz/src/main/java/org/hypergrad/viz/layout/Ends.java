package org.hypergrad.viz.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hypergrad.viz.layout.Placement.Point;
import org.hypergrad.viz.layout.Placement.Route;

/// Where edges leave boxes and enter them: straight above each other if that can be, else where the
/// way from middle to middle meets the border; side by side in the order of what they come from.
final class Ends {
  /// How much more it counts that an edge is vertical than that it aims at the middle.
  private static final double VERTICAL = 50;

  private final Plan plan;
  private final Layers layers;
  private final double[] x;
  private final Rows rows;

  private final Side starts;
  private final Side ends;

  /// The ends of all edges on one side of the boxes.
  ///
  /// @param boxes where they are
  /// @param places their x
  /// @param words how wide the words beside them are
  /// @param wordSides on which side of the ends: 1 right, -1 left
  private record Side(int[] boxes, double[] places, double[] words, int[] wordSides) {
    Side(int[] boxes, double[] words) {
      this(boxes, new double[boxes.length], words, new int[boxes.length]);
    }

    /// How far apart two neighbours have to be, if there is room.
    double distance(int left, int right) {
      double between =
          (wordSides[left] > 0 ? room(left) : 0) + (wordSides[right] < 0 ? room(right) : 0);
      return Math.max(Spacing.ENDS, between);
    }

    private double room(int e) {
      return words[e] == 0 ? 0 : words[e] + Spacing.WORD;
    }
  }

  private final double[] weights;

  Ends(Plan plan, Layers layers, double[] x, Rows rows, Corridor corridor) {
    this.plan = plan;
    this.layers = layers;
    this.x = x;
    this.rows = rows;
    int count = layers.chains.length;
    List<Plan.Edge> edges = plan.edges();
    this.starts =
        new Side(
            edges.stream().mapToInt(Plan.Edge::from).toArray(),
            edges.stream().mapToDouble(Plan.Edge::startWord).toArray());
    this.ends =
        new Side(
            edges.stream().mapToInt(Plan.Edge::to).toArray(),
            edges.stream().mapToDouble(Plan.Edge::endWord).toArray());
    this.weights = new double[count];
    for (int e = 0; e < count; e++) {
      wish(e, corridor.gates(e));
    }
    spread(starts);
    spread(ends);
  }

  /// The x where an edge begins.
  double start(int edge) {
    return starts.places[edge];
  }

  /// The x where an edge ends.
  double end(int edge) {
    return ends.places[edge];
  }

  private void wish(int e, List<Gate> gates) {
    int from = plan.edges().get(e).from();
    int to = plan.edges().get(e).to();
    double bottom = rows.boxBottom(from);
    double top = rows.boxTop(to);
    double left = Math.max(x[from] - room(from) / 2, x[to] - room(to) / 2);
    double right = Math.min(x[from] + room(from) / 2, x[to] + room(to) / 2);
    for (Gate gate : gates) {
      left = Math.max(left, gate.left());
      right = Math.min(right, gate.right());
    }
    if (left <= right) {
      starts.places[e] = Math.clamp((x[from] + x[to]) / 2, left, right);
      ends.places[e] = starts.places[e];
      starts.wordSides[e] = 1;
      ends.wordSides[e] = 1;
      weights[e] = VERTICAL;
      return;
    }
    Point start = new Point(x[from], bottom - plan.sizes().get(from).height() / 2);
    Point end = new Point(x[to], top + plan.sizes().get(to).height() / 2);
    Route way = new Route(TautString.of(start, gates, end));
    List<Point> points = way.points();
    starts.places[e] = clamped(at(points.get(0), points.get(1), bottom), from);
    ends.places[e] = clamped(at(points.get(points.size() - 2), end, top), to);
    starts.wordSides[e] = way.startSide();
    ends.wordSides[e] = way.endSide();
    weights[e] = 1;
  }

  private static double at(Point a, Point b, double y) {
    return a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y());
  }

  private double clamped(double wished, int box) {
    return Math.clamp(wished, x[box] - room(box), x[box] + room(box));
  }

  /// How far from the middle of a box an edge may end.
  private double room(int box) {
    Plan.Size size = plan.sizes().get(box);
    return Math.max(0, size.width() / 2 - size.inset());
  }

  private void spread(Side side) {
    int[][] edges = Incidence.of(plan.sizes().size(), side.boxes);
    for (int box = 0; box < edges.length; box++) {
      int[] sorted =
          Arrays.stream(edges[box])
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer e) -> neighbourX(e, side == starts))
                      .thenComparing(Comparator.naturalOrder()))
              .mapToInt(Integer::intValue)
              .toArray();
      if (sorted.length > 1) {
        spread(side, sorted, box);
      }
    }
  }

  private double neighbourX(int e, boolean atStart) {
    int[] chain = layers.chains[e];
    return x[atStart ? chain[1] : chain[chain.length - 2]];
  }

  /// Keeps ends apart and moves them as little as can be, in the mean of squares: what stands too
  /// near goes together, to the mean of its wishes (pool adjacent violators, Ayer et al., 1955).
  private void spread(Side side, int[] sorted, int box) {
    int n = sorted.length;
    double[] offsets = new double[n];
    for (int i = 1; i < n; i++) {
      offsets[i] = offsets[i - 1] + side.distance(sorted[i - 1], sorted[i]);
    }
    double room = room(box);
    if (offsets[n - 1] > 2 * room) {
      double scale = 2 * room / offsets[n - 1];
      Arrays.setAll(offsets, i -> offsets[i] * scale);
    }
    double[] means = new double[n];
    double[] sums = new double[n];
    int[] sizes = new int[n];
    int pools = 0;
    for (int i = 0; i < n; i++) {
      means[pools] = side.places[sorted[i]] - offsets[i];
      sums[pools] = weights[sorted[i]];
      sizes[pools++] = 1;
      while (pools > 1 && means[pools - 2] >= means[pools - 1]) {
        pools--;
        double sum = sums[pools - 1] + sums[pools];
        means[pools - 1] = (means[pools - 1] * sums[pools - 1] + means[pools] * sums[pools]) / sum;
        sums[pools - 1] = sum;
        sizes[pools - 1] += sizes[pools];
      }
    }
    double least = x[box] - room;
    double most = Math.max(least, x[box] + room - offsets[n - 1]);
    int i = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int k = 0; k < sizes[pool]; k++, i++) {
        side.places[sorted[i]] = Math.clamp(means[pool], least, most) + offsets[i];
      }
    }
  }
}
