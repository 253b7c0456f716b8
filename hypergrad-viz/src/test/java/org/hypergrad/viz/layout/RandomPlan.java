package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Graphs like those of computations, by chance: edges lead from older to younger vertices, mostly
/// not much younger; some are there twice; boxes have all sizes.
final class RandomPlan {
  private RandomPlan() {}

  /// A graph without groups.
  static Plan flat(long seed, int size) {
    return grouped(seed, size, 0);
  }

  /// A graph in which neighbours lie in groups, and groups in groups.
  ///
  /// @param groupSize how many vertices a group of the inner kind has; 0 for no groups
  static Plan grouped(long seed, int size, int groupSize) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Plan.Size> sizes = new ArrayList<>();
    List<Plan.Edge> edges = new ArrayList<>();
    List<Integer> vertexGroups = new ArrayList<>();
    for (int v = 0; v < size; v++) {
      sizes.add(new Plan.Size(random.nextInt(30, 240), random.nextInt(24, 120), 12));
      for (int inputs = v == 0 ? 0 : random.nextInt(3); inputs > 0; inputs--) {
        int reach = random.nextInt(10) == 0 ? 60 : 6;
        Plan.Edge edge = new Plan.Edge(Math.max(0, v - 1 - random.nextInt(reach)), v);
        edges.add(edge);
        if (random.nextInt(12) == 0) {
          edges.add(edge);
        }
      }
    }
    List<Integer> groupParents = new ArrayList<>();
    for (int v = 0; v < size; v++) {
      vertexGroups.add(groupSize == 0 || v % (3 * groupSize) == 0 ? Plan.NONE : v / groupSize);
    }
    return groupSize == 0
        ? new Plan(sizes, edges, vertexGroups, groupParents)
        : nested(sizes, edges, vertexGroups);
  }

  /// A graph whose vertices lie in three groups that all feed each other, so that these can only
  /// stand side by side.
  static Plan interleaved(long seed, int size) {
    Plan flat = flat(seed, size);
    List<Integer> vertexGroups = new ArrayList<>();
    for (int v = 0; v < size; v++) {
      vertexGroups.add(v % 4 == 3 ? Plan.NONE : v % 4);
    }
    return new Plan(
        flat.sizes(), flat.edges(), vertexGroups, List.of(Plan.NONE, Plan.NONE, Plan.NONE));
  }

  /// Numbers the groups so that a parent comes first: one around each three.
  private static Plan nested(
      List<Plan.Size> sizes, List<Plan.Edge> edges, List<Integer> vertexGroups) {
    int inner = vertexGroups.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    int outer = (inner + 2) / 3;
    List<Integer> groupParents = new ArrayList<>();
    for (int g = 0; g < outer; g++) {
      groupParents.add(Plan.NONE);
    }
    for (int g = 0; g < inner; g++) {
      groupParents.add(g / 3);
    }
    List<Integer> shifted =
        vertexGroups.stream().map(g -> g.equals(Plan.NONE) ? Plan.NONE : g + outer).toList();
    return new Plan(sizes, edges, shifted, groupParents);
  }
}
