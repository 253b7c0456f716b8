package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gives each vertex its layer. Parts that do not hang together are ranked one by one, each from
/// layer 0 on.
///
/// If it can be, a group lies wholly below what leads into it and above what it leads to, so that
/// the blocks of a network stand one below the other.
final class Ranking {
  private final Plan plan;
  private final int size;
  private final List<Link> links = new ArrayList<>();

  private Ranking(Plan plan) {
    this.plan = plan;
    this.size = plan.sizes().size() + 2 * plan.groupParents().size();
  }

  /// The layers of the vertices.
  ///
  /// @throws IllegalArgumentException if there is a cycle
  static int[] of(Plan plan) {
    Ranking ranking = new Ranking(plan);
    ranking.plan.edges().forEach(edge -> ranking.links.add(new Link(edge.from(), edge.to(), 1, 1)));
    int[] plain = null;
    if (!plan.groupParents().isEmpty()) {
      int edges = ranking.links.size();
      ranking.linkGroups();
      plain = ranking.ranks();
      ranking.links.subList(edges, ranking.links.size()).clear();
    }
    int[] ranks = plain == null ? ranking.ranks() : plain;
    if (ranks == null) {
      throw new IllegalArgumentException(
          "A layered layout is for graphs without cycles, but some of these edges form one.");
    }
    return Arrays.copyOf(ranks, plan.sizes().size());
  }

  // ---- groups have a beginning and an end

  private int start(int g) {
    return plan.sizes().size() + 2 * g;
  }

  private int end(int g) {
    return start(g) + 1;
  }

  private void linkGroups() {
    for (int g = 0; g < plan.groupParents().size(); g++) {
      links.add(new Link(start(g), end(g), 0, 1));
      int parent = plan.groupParents().get(g);
      if (parent != Plan.NONE) {
        links.add(new Link(start(parent), start(g), 0, 0));
        links.add(new Link(end(g), end(parent), 0, 0));
      }
    }
    for (int v = 0; v < plan.sizes().size(); v++) {
      int g = plan.vertexGroups().get(v);
      if (g != Plan.NONE) {
        links.add(new Link(start(g), v, 0, 0));
        links.add(new Link(v, end(g), 0, 0));
      }
    }
    for (Plan.Edge edge : plan.edges()) {
      int from = plan.vertexGroups().get(edge.from());
      int to = plan.vertexGroups().get(edge.to());
      int common = plan.commonGroup(from, to);
      int left = outermost(from, common);
      int entered = outermost(to, common);
      if (left != Plan.NONE || entered != Plan.NONE) {
        links.add(
            new Link(
                left == Plan.NONE ? edge.from() : end(left),
                entered == Plan.NONE ? edge.to() : start(entered),
                1,
                0));
      }
    }
  }

  /// The outermost group around `g` that is inside `common`; NONE if `g` is `common` itself.
  private int outermost(int g, int common) {
    int outermost = Plan.NONE;
    for (int each = g; each != common; each = plan.groupParents().get(each)) {
      outermost = each;
    }
    return outermost;
  }

  // ---- part by part

  /// Null if there is a cycle.
  private int[] ranks() {
    int[] tails = links.stream().mapToInt(Link::from).toArray();
    int[] heads = links.stream().mapToInt(Link::to).toArray();
    int[][] incident = Incidence.both(size, tails, heads);
    int[] ranks = new int[size];
    int[] numberInPart = new int[size];
    boolean[] reached = new boolean[size];
    for (int seed = 0; seed < size; seed++) {
      if (!reached[seed]) {
        List<Integer> part = new ArrayList<>(List.of(seed));
        reached[seed] = true;
        for (int i = 0; i < part.size(); i++) {
          int v = part.get(i);
          numberInPart[v] = i;
          for (int link : incident[v]) {
            int other = tails[link] == v ? heads[link] : tails[link];
            if (!reached[other]) {
              reached[other] = true;
              part.add(other);
            }
          }
        }
        List<Link> partLinks = new ArrayList<>();
        for (int v : part) {
          for (int link : incident[v]) {
            if (tails[link] == v) {
              Link whole = links.get(link);
              partLinks.add(
                  new Link(
                      numberInPart[v], numberInPart[heads[link]], whole.length(), whole.weight()));
            }
          }
        }
        int[] places = NetworkSimplex.places(part.size(), partLinks);
        if (places == null) {
          return null;
        }
        moveUp(places, part);
        for (int i = 0; i < places.length; i++) {
          ranks[part.get(i)] = places[i];
        }
      }
    }
    return ranks;
  }

  /// The first layer has vertices, not only the beginning of a group.
  private void moveUp(int[] places, List<Integer> part) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < places.length; i++) {
      least = part.get(i) < plan.sizes().size() ? Math.min(least, places[i]) : least;
    }
    for (int i = 0; i < places.length; i++) {
      places[i] -= least;
    }
  }
}
