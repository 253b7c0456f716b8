package org.hypergrad.viz.layout;

import java.util.Arrays;
import java.util.List;

/// The graph in layers, one a rank, made *proper*: every segment leads from a layer to the next. An
/// edge over several layers becomes a chain of segments, with a *bend* in each layer between; a
/// group has a *border*, left and right, in each layer it reaches over, all of a side in a chain.
///
/// The vertices of the plan come first, then the bends, then the borders.
final class Layers {
  /// What a vertex of a layer is.
  enum Role {
    /// A vertex of the plan.
    BOX,
    /// Where a long edge passes.
    BEND,
    /// The left side of a group.
    LEFT,
    /// The right side of a group.
    RIGHT
  }

  /// Above this a drawing would take minutes and be of no use.
  private static final int MOST_BENDS = 1_000_000;

  final int count;
  final int layerCount;
  final int[] rank;
  final Role[] role;

  /// The innermost group of each vertex; of a border, the group whose border it is.
  final int[] group;

  /// The other ends of the segments to the layer above, and to that below.
  final int[][] above;

  final int[][] below;

  /// For each edge its vertices from top to bottom.
  final int[][] chains;

  /// The first and the last layer of each group.
  final int[] first;

  final int[] last;

  private final int[] segmentTops;
  private final int[] segmentBottoms;
  private final int[] borderStarts;
  private int segmentCount;

  Layers(Plan plan, int[] ranks) {
    int boxes = ranks.length;
    List<Plan.Edge> edges = plan.edges();
    long bends = edges.stream().mapToLong(edge -> ranks[edge.to()] - ranks[edge.from()] - 1).sum();
    if (bends > MOST_BENDS) {
      throw new IllegalArgumentException(
          ("The edges of this drawing run past %s layers in all, more than the %s that a layout"
                  + " can make way for. Draw a smaller part of it, or fold its groups.")
              .formatted(bends, MOST_BENDS));
    }
    layerCount = Arrays.stream(ranks).max().orElse(-1) + 1;
    first = new int[plan.groupParents().size()];
    last = new int[first.length];
    findSpans(plan, ranks);
    borderStarts = new int[first.length];
    int total = boxes + (int) bends;
    int segments = edges.size() + (int) bends;
    for (int g = 0; g < first.length; g++) {
      borderStarts[g] = total;
      total += 2 * (last[g] - first[g] + 1);
      segments += 2 * (last[g] - first[g]);
    }
    count = total;
    rank = Arrays.copyOf(ranks, total);
    role = new Role[total];
    Arrays.fill(role, 0, boxes, Role.BOX);
    group = new int[total];
    for (int v = 0; v < boxes; v++) {
      group[v] = plan.vertexGroups().get(v);
    }
    segmentTops = new int[segments];
    segmentBottoms = new int[segments];
    chains = new int[edges.size()][];
    int next = boxes;
    for (int e = 0; e < chains.length; e++) {
      chains[e] = chain(plan, edges.get(e), next);
      next += chains[e].length - 2;
    }
    for (int g = 0; g < first.length; g++) {
      addBorders(g);
    }
    above = others(segmentBottoms, segmentTops);
    below = others(segmentTops, segmentBottoms);
  }

  private void findSpans(Plan plan, int[] ranks) {
    Arrays.fill(first, Integer.MAX_VALUE);
    Arrays.fill(last, -1);
    for (int v = 0; v < ranks.length; v++) {
      for (int g = plan.vertexGroups().get(v); g != Plan.NONE; g = plan.groupParents().get(g)) {
        first[g] = Math.min(first[g], ranks[v]);
        last[g] = Math.max(last[g], ranks[v]);
      }
    }
    for (int g = 0; g < first.length; g++) {
      if (last[g] < 0) {
        throw new IllegalArgumentException("Group " + g + " has no vertices");
      }
    }
  }

  private int[] chain(Plan plan, Plan.Edge edge, int nextBend) {
    int[] chain = new int[rank[edge.to()] - rank[edge.from()] + 1];
    chain[0] = edge.from();
    chain[chain.length - 1] = edge.to();
    for (int i = 1; i < chain.length - 1; i++) {
      int bend = nextBend + i - 1;
      chain[i] = bend;
      rank[bend] = rank[edge.from()] + i;
      role[bend] = Role.BEND;
      group[bend] = bendGroup(plan, edge, rank[bend]);
    }
    for (int i = 1; i < chain.length; i++) {
      addSegment(chain[i - 1], chain[i]);
    }
    return chain;
  }

  /// An edge leaves a group at its lower side and enters one at its upper side, not at the flanks.
  private int bendGroup(Plan plan, Plan.Edge edge, int layer) {
    int common = plan.commonGroup(group[edge.from()], group[edge.to()]);
    int left = group[edge.from()];
    while (left != common && last[left] < layer) {
      left = plan.groupParents().get(left);
    }
    if (left != common) {
      return left;
    }
    int entered = group[edge.to()];
    while (entered != common && first[entered] > layer) {
      entered = plan.groupParents().get(entered);
    }
    return entered;
  }

  private void addBorders(int g) {
    for (int layer = first[g]; layer <= last[g]; layer++) {
      int left = left(g, layer);
      for (int side = 0; side < 2; side++) {
        rank[left + side] = layer;
        group[left + side] = g;
        role[left + side] = side == 0 ? Role.LEFT : Role.RIGHT;
        if (layer > first[g]) {
          addSegment(left + side - 2, left + side);
        }
      }
    }
  }

  private void addSegment(int top, int bottom) {
    segmentTops[segmentCount] = top;
    segmentBottoms[segmentCount++] = bottom;
  }

  private int[][] others(int[] ends, int[] otherEnds) {
    int[][] segments = Incidence.of(count, ends);
    for (int[] atVertex : segments) {
      for (int i = 0; i < atVertex.length; i++) {
        atVertex[i] = otherEnds[atVertex[i]];
      }
    }
    return segments;
  }

  /// The left border of a group in a layer.
  int left(int g, int layer) {
    return borderStarts[g] + 2 * (layer - first[g]);
  }

  /// The right border of a group in a layer.
  int right(int g, int layer) {
    return left(g, layer) + 1;
  }

  /// Whether a group reaches over a layer.
  boolean reaches(int g, int layer) {
    return first[g] <= layer && layer <= last[g];
  }

  /// Whether it is the side of a group.
  boolean isBorder(int v) {
    return role[v] == Role.LEFT || role[v] == Role.RIGHT;
  }

  /// Whether two neighbours in a layer can change places without a group being torn.
  boolean areSiblings(int v, int w) {
    return !isBorder(v) && !isBorder(w) && group[v] == group[w];
  }

  /// What a vertex is in a mirror: the left side of a group becomes the right one.
  int mirrored(int v) {
    return switch (role[v]) {
      case LEFT -> v + 1;
      case RIGHT -> v - 1;
      case BOX, BEND -> v;
    };
  }

  /// Whether the segment between two vertices belongs inside a chain, and should be vertical.
  boolean isInner(int v, int w) {
    return role[v] != Role.BOX && role[w] != Role.BOX;
  }
}
