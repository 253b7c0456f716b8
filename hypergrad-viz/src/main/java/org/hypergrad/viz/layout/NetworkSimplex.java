package org.hypergrad.viz.layout;

import java.util.Arrays;
import java.util.List;

/// Gives every vertex of a connected graph a place on a line, so that each link is at least as long
/// as it has to be, and all together, by their weights, are as short as can be (Gansner,
/// Koutsofios, North, Vo: "A technique for drawing directed graphs", 1993, section 2). Layers are
/// found with it, and places within them.
///
/// A spanning tree of links that are no longer than they have to be determines all places. Taking
/// one out of it parts it in two; if moving these apart would shorten more than it lengthens, the
/// link is exchanged for the tightest that then stops the move.
final class NetworkSimplex {
  private static final int NONE = -1;

  private final int size;
  private final int[] tails;
  private final int[] heads;
  private final int[] lengths;
  private final int[] weights;
  private final int[][] incident;
  private final int[] places;

  private final boolean[] inTree;

  /// The tree edge to the parent.
  private final int[] parentEdge;

  /// The vertices in postorder, and of each its place there and the least place in its subtree.
  private final int[] postorder;

  private final int[] low;
  private final int[] lim;

  /// For each vertex: the weight of what leads out of its subtree less that of what leads into it.
  private final int[] surplus;

  private NetworkSimplex(int size, List<Link> links) {
    this.size = size;
    this.tails = links.stream().mapToInt(Link::from).toArray();
    this.heads = links.stream().mapToInt(Link::to).toArray();
    this.lengths = links.stream().mapToInt(Link::length).toArray();
    this.weights = links.stream().mapToInt(Link::weight).toArray();
    this.incident = Incidence.both(size, tails, heads);
    this.places = new int[size];
    this.inTree = new boolean[tails.length];
    this.parentEdge = new int[size];
    this.postorder = new int[size];
    this.low = new int[size];
    this.lim = new int[size];
    this.surplus = new int[size];
  }

  /// The places of the vertices, of which the first is 0; null if there is a cycle.
  static int[] places(int size, List<Link> links) {
    NetworkSimplex simplex = new NetworkSimplex(size, links);
    if (!simplex.placeFromBelow()) {
      return null;
    }
    simplex.growTightTree();
    simplex.exchangeLinks();
    return simplex.fromZero();
  }

  /// The same, but from places that are allowed already; a vertex that could as well be anywhere
  /// between two others is put in the middle.
  static int[] improved(int[] places, List<Link> links) {
    NetworkSimplex simplex = new NetworkSimplex(places.length, links);
    System.arraycopy(places, 0, simplex.places, 0, places.length);
    simplex.growTightTree();
    simplex.exchangeLinks();
    simplex.centre();
    return simplex.fromZero();
  }

  private int[] fromZero() {
    int least = Arrays.stream(places).min().orElse(0);
    return Arrays.stream(places).map(place -> place - least).toArray();
  }

  /// To begin with, every vertex lies just above what it leads to: near the best already, for most
  /// leaves of a computation are used once.
  private boolean placeFromBelow() {
    int[] open = new int[size];
    for (int tail : tails) {
      open[tail]++;
    }
    int[] ready = new int[size];
    int count = 0;
    for (int v = 0; v < size; v++) {
      if (open[v] == 0) {
        ready[count++] = v;
      }
    }
    for (int i = 0; i < count; i++) {
      int v = ready[i];
      for (int edge : incident[v]) {
        if (heads[edge] == v) {
          int tail = tails[edge];
          places[tail] = Math.min(places[tail], places[v] - lengths[edge]);
          if (--open[tail] == 0) {
            ready[count++] = tail;
          }
        }
      }
    }
    return count == size;
  }

  private int slack(int edge) {
    return places[heads[edge]] - places[tails[edge]] - lengths[edge];
  }

  private int other(int edge, int v) {
    return tails[edge] == v ? heads[edge] : tails[edge];
  }

  // ---- the first tree

  /// Grows a tree along links without slack; where it ends, all of it moves until one more has
  /// none.
  private void growTightTree() {
    boolean[] reached = new boolean[size];
    int[] stack = new int[size];
    int[] members = new int[size];
    int count = 0;
    int seed = 0;
    while (true) {
      count = grow(seed, reached, stack, members, count);
      if (count == size) {
        return;
      }
      int tightest = tightestBorder(reached);
      int inside = reached[tails[tightest]] ? tails[tightest] : heads[tightest];
      int shift = inside == tails[tightest] ? slack(tightest) : -slack(tightest);
      for (int i = 0; i < count; i++) {
        places[members[i]] += shift;
      }
      inTree[tightest] = true;
      seed = other(tightest, inside);
    }
  }

  private int grow(int seed, boolean[] reached, int[] stack, int[] members, int count) {
    int depth = 0;
    int reachedCount = count;
    reached[seed] = true;
    members[reachedCount++] = seed;
    stack[depth++] = seed;
    while (depth > 0) {
      int v = stack[--depth];
      for (int edge : incident[v]) {
        int w = other(edge, v);
        if (!reached[w] && slack(edge) == 0) {
          reached[w] = true;
          inTree[edge] = true;
          members[reachedCount++] = w;
          stack[depth++] = w;
        }
      }
    }
    return reachedCount;
  }

  private int tightestBorder(boolean[] reached) {
    int tightest = NONE;
    for (int edge = 0; edge < tails.length; edge++) {
      if (reached[tails[edge]] != reached[heads[edge]]
          && (tightest == NONE || slack(edge) < slack(tightest))) {
        tightest = edge;
      }
    }
    return tightest;
  }

  // ---- the better ones

  private void exchangeLinks() {
    int next = 0;
    // each exchange is one for the better or for as good: a bound, should the latter go in circles
    for (int most = 8 * size + 100; most > 0; most--) {
      traverseTree();
      int leaving = leavingVertex(next);
      if (leaving == NONE) {
        return;
      }
      next = leaving + 1;
      exchange(leaving);
    }
  }

  /// Numbers the tree in postorder and adds up the surplus of its subtrees.
  private void traverseTree() {
    int[] stack = new int[size];
    int[] nextEdge = new int[size];
    int depth = 0;
    int count = 0;
    stack[depth++] = 0;
    parentEdge[0] = NONE;
    while (depth > 0) {
      int v = stack[depth - 1];
      if (nextEdge[v] == 0) {
        low[v] = count;
        surplus[v] = 0;
      }
      int child = NONE;
      while (child == NONE && nextEdge[v] < incident[v].length) {
        int edge = incident[v][nextEdge[v]++];
        surplus[v] += tails[edge] == v ? weights[edge] : -weights[edge];
        if (inTree[edge] && edge != parentEdge[v]) {
          child = other(edge, v);
          parentEdge[child] = edge;
        }
      }
      if (child != NONE) {
        stack[depth++] = child;
      } else {
        depth--;
        lim[v] = count;
        postorder[count++] = v;
      }
    }
    for (int v : postorder) {
      if (parentEdge[v] != NONE) {
        surplus[other(parentEdge[v], v)] += surplus[v];
      }
    }
  }

  private boolean isInSubtree(int v, int root) {
    return low[root] <= lim[v] && lim[v] <= lim[root];
  }

  /// What a step more between `v` and its parent would cost.
  private int costOfStep(int v) {
    return tails[parentEdge[v]] == v ? surplus[v] : -surplus[v];
  }

  /// A vertex whose link to its parent should be longer than it is, sought from `start` on.
  private int leavingVertex(int start) {
    for (int i = 0; i < size; i++) {
      int v = (start + i) % size;
      if (parentEdge[v] != NONE && costOfStep(v) < 0) {
        return v;
      }
    }
    return NONE;
  }

  /// Moves the subtree of `v` away from the parent until a link stops it, which then holds it.
  private void exchange(int v) {
    int entering = entering(v);
    moveSubtree(v, slack(entering));
    inTree[parentEdge[v]] = false;
    inTree[entering] = true;
  }

  /// The link that first stops the subtree of `v` on its way from the parent; NONE if nothing does.
  private int entering(int v) {
    boolean movesUp = tails[parentEdge[v]] == v;
    int entering = NONE;
    for (int edge = 0; edge < tails.length; edge++) {
      int inside = movesUp ? heads[edge] : tails[edge];
      int outside = movesUp ? tails[edge] : heads[edge];
      if (isInSubtree(inside, v)
          && !isInSubtree(outside, v)
          && (entering == NONE || slack(edge) < slack(entering))) {
        entering = edge;
      }
    }
    return entering;
  }

  private void moveSubtree(int v, int steps) {
    int shift = tails[parentEdge[v]] == v ? -steps : steps;
    for (int i = low[v]; i <= lim[v]; i++) {
      places[postorder[i]] += shift;
    }
  }

  /// Where a step costs nothing, either way, goes half of what there is.
  private void centre() {
    traverseTree();
    for (int v = 0; v < size; v++) {
      if (parentEdge[v] != NONE && costOfStep(v) == 0) {
        int entering = entering(v);
        if (entering != NONE) {
          moveSubtree(v, slack(entering) / 2);
        }
      }
    }
  }
}
