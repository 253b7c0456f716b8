package org.hypergrad.viz.layout;

/// For each vertex the numbers of its edges, in their order.
final class Incidence {
  private Incidence() {}

  /// The edges at each vertex that are in `ends`.
  static int[][] of(int size, int[] ends) {
    int[] counts = new int[size];
    for (int v : ends) {
      counts[v]++;
    }
    int[][] incident = empty(counts);
    for (int edge = ends.length - 1; edge >= 0; edge--) {
      incident[ends[edge]][--counts[ends[edge]]] = edge;
    }
    return incident;
  }

  /// The edges at each vertex, whichever way they lead.
  static int[][] both(int size, int[] tails, int[] heads) {
    int[] counts = new int[size];
    for (int edge = 0; edge < tails.length; edge++) {
      counts[tails[edge]]++;
      counts[heads[edge]]++;
    }
    int[][] incident = empty(counts);
    for (int edge = tails.length - 1; edge >= 0; edge--) {
      incident[tails[edge]][--counts[tails[edge]]] = edge;
      incident[heads[edge]][--counts[heads[edge]]] = edge;
    }
    return incident;
  }

  private static int[][] empty(int[] counts) {
    int[][] incident = new int[counts.length][];
    for (int v = 0; v < counts.length; v++) {
      incident[v] = new int[counts[v]];
    }
    return incident;
  }
}
