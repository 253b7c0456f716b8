package org.hypergrad.viz.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Names beside the ends of lines, which is where the eye looks for them: moved apart where lines
/// end close to each other.
final class EndNames {
  /// How far apart two names are at least.
  static final double APART = 14;

  /// How far a name may be from the end of its line.
  private static final double MOST_MOVED = 24;

  private EndNames() {}

  /// Where the names go, or an empty list if some would be too far from their lines.
  ///
  /// @param ends the y of the end of each line
  static List<Double> place(List<Double> ends, double top, double bottom) {
    int n = ends.size();
    double[] places = new double[n];
    List<Integer> order =
        IntStream.range(0, n).boxed().sorted(Comparator.comparing(ends::get)).toList();
    if ((n - 1) * APART > bottom - top) {
      return List.of();
    }
    double free = top;
    for (int i : order) {
      places[i] = Math.max(ends.get(i), free);
      free = places[i] + APART;
    }
    free = bottom;
    for (int i : order.reversed()) {
      places[i] = Math.min(places[i], free);
      free = places[i] - APART;
    }
    List<Double> placed = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (Math.abs(places[i] - ends.get(i)) > MOST_MOVED) {
        return List.of();
      }
      placed.add(places[i]);
    }
    return placed;
  }
}
