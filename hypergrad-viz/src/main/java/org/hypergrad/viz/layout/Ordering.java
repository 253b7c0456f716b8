package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Orders the vertices within their layers so that few segments cross: sweeps down and up, which
/// put each vertex near the mean of its neighbours in the layer before (Sugiyama, Tagawa, Toda:
/// "Methods for visual understanding of hierarchical system structures", 1981), and after each the
/// exchange of neighbours where that helps (Gansner et al., 1993, section 3).
///
/// The vertices of a group stay together. Two groups, or a group and a long edge that passes it,
/// stay on the same sides of each other in all layers.
final class Ordering {
  private static final int MOST_SWEEPS = 24;
  private static final int SWEEPS_WITHOUT_SUCCESS = 6;

  /// How many starts there are, for a small graph and for any; all but two are at random.
  private static final int MOST_STARTS = 24;

  private static final int LEAST_STARTS = 2;

  /// Vertices times starts.
  private static final int WORK = 40_000;

  private final Layers layers;
  private final Cluster[] roots;
  private final int[][] order;
  private final int[] position;
  private final double[] wish;
  private final Crossings crossings;
  private int[][] best;
  private long fewest = Long.MAX_VALUE;

  private Ordering(Plan plan, Layers layers) {
    this.layers = layers;
    this.roots = Cluster.roots(plan, layers);
    this.order = new int[layers.layerCount][];
    this.position = new int[layers.count];
    this.wish = new double[layers.count];
    this.crossings = new Crossings(layers, position);
  }

  /// The vertices of each layer from left to right.
  static int[][] of(Plan plan, Layers layers) {
    Ordering ordering = new Ordering(plan, layers);
    int starts = Math.clamp(WORK / (layers.count + 1), LEAST_STARTS, MOST_STARTS);
    RandomGenerator random = new SplittableRandom(starts);
    for (int start = 0; start < starts && ordering.fewest > 0; start++) {
      if (start < LEAST_STARTS) {
        ordering.search(start == 1);
      } else {
        Arrays.setAll(ordering.wish, _ -> random.nextDouble());
      }
      ordering.improve();
    }
    return ReadingOrder.of(plan, layers, ordering.best);
  }

  private void improve() {
    for (int layer = 0; layer < order.length; layer++) {
      place(layer, layer - 1, true);
    }
    keepIfBest();
    int failures = 0;
    for (int sweep = 0; sweep < MOST_SWEEPS && failures < SWEEPS_WITHOUT_SUCCESS; sweep++) {
      sweep(sweep % 2 == 0, sweep % 4 < 2);
      transpose(sweep % 4 >= 2);
      failures = keepIfBest() ? 0 : failures + 1;
    }
  }

  private boolean keepIfBest() {
    long count = crossings.count(order);
    if (count >= fewest) {
      return false;
    }
    fewest = count;
    best = Arrays.stream(order).map(int[]::clone).toArray(int[][]::new);
    return true;
  }

  // ---- the start

  /// As a depth-first search from the top or from the bottom finds them: a tree has no crossings
  /// then.
  private void search(boolean fromTop) {
    int[][] onward = fromTop ? layers.below : layers.above;
    int[][] back = fromTop ? layers.above : layers.below;
    Arrays.fill(wish, Double.NaN);
    int[] stack = new int[Arrays.stream(onward).mapToInt(next -> next.length).sum() + 1];
    int found = 0;
    for (int root = 0; root < layers.count; root++) {
      if (back[root].length > 0 || layers.isBorder(root)) {
        continue;
      }
      int depth = 0;
      stack[depth++] = root;
      while (depth > 0) {
        int v = stack[--depth];
        if (Double.isNaN(wish[v])) {
          wish[v] = found;
          position[v] = found++;
          for (int i = onward[v].length - 1; i >= 0; i--) {
            stack[depth++] = onward[v][i];
          }
        }
      }
    }
  }

  // ---- sweeps

  private void sweep(boolean down, boolean leftFirst) {
    int[][] before = down ? layers.above : layers.below;
    for (int i = 1; i < order.length; i++) {
      int layer = down ? i : order.length - 1 - i;
      for (int v : order[layer]) {
        wish[v] = meanPosition(before[v]);
      }
      place(layer, down ? layer - 1 : layer + 1, leftFirst);
    }
  }

  /// NaN if there are no neighbours.
  private double meanPosition(int[] neighbours) {
    double sum = 0;
    for (int w : neighbours) {
      sum += position[w];
    }
    return sum / neighbours.length;
  }

  private void place(int layer, int before, boolean leftFirst) {
    Element root = arranged(roots[layer], layer, before, leftFirst);
    order[layer] = root.vertices.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < order[layer].length; i++) {
      position[order[layer][i]] = i;
    }
  }

  /// A vertex, or a group with all its vertices in this layer.
  ///
  /// @param wish the mean place its vertices wish for, NaN if they do not care
  /// @param place where it is now
  /// @param placeBefore where the same group, or the same long edge, is in the layer before; -1 if
  ///   it is not there
  private record Element(
      List<Integer> vertices, boolean isGroup, double wish, int place, int placeBefore) {}

  private Element arranged(Cluster cluster, int layer, int before, boolean leftFirst) {
    List<Element> elements = new ArrayList<>();
    for (int v : cluster.vertices) {
      elements.add(
          new Element(List.of(v), false, wish[v], position[v], placeBefore(v, layer, before)));
    }
    for (Cluster child : cluster.children) {
      elements.add(arranged(child, layer, before, leftFirst));
    }
    elements.sort(Comparator.comparingInt(Element::place));
    sortByWish(elements, leftFirst);
    if (elements.stream().anyMatch(element -> element.isGroup && element.placeBefore >= 0)) {
      sortInPlace(
          elements,
          element -> element.placeBefore >= 0,
          Comparator.comparingInt(Element::placeBefore));
    }
    return joined(cluster.group, elements, layer, before);
  }

  private int placeBefore(int v, int layer, int before) {
    if (layers.role[v] == Layers.Role.BEND) {
      int[] neighbours = before < layer ? layers.above[v] : layers.below[v];
      if (layers.role[neighbours[0]] == Layers.Role.BEND
          && layers.group[neighbours[0]] == layers.group[v]
          && before >= 0) {
        return position[neighbours[0]];
      }
    }
    return -1;
  }

  private static void sortByWish(List<Element> elements, boolean leftFirst) {
    Comparator<Element> byPlace = Comparator.comparingInt(Element::place);
    sortInPlace(
        elements,
        element -> !Double.isNaN(element.wish),
        Comparator.comparingDouble(Element::wish)
            .thenComparing(leftFirst ? byPlace : byPlace.reversed()));
  }

  /// Sorts the chosen elements among themselves; the others stay where they are.
  private static void sortInPlace(
      List<Element> elements, Predicate<Element> isChosen, Comparator<Element> comparator) {
    var sorted = elements.stream().filter(isChosen).sorted(comparator).iterator();
    elements.replaceAll(element -> isChosen.test(element) ? sorted.next() : element);
  }

  private Element joined(int group, List<Element> elements, int layer, int before) {
    List<Integer> vertices = new ArrayList<>();
    elements.forEach(element -> vertices.addAll(element.vertices));
    double mean =
        elements.stream()
            .mapToDouble(Element::wish)
            .filter(wish -> !Double.isNaN(wish))
            .average()
            .orElse(Double.NaN);
    if (group == Plan.NONE) {
      return new Element(vertices, true, mean, 0, -1);
    }
    int left = layers.left(group, layer);
    vertices.addFirst(left);
    vertices.addLast(layers.right(group, layer));
    int placeBefore =
        before >= 0 && layers.reaches(group, before) ? position[layers.left(group, before)] : -1;
    int place = elements.isEmpty() ? position[left] : elements.getFirst().place;
    return new Element(vertices, true, mean, place, placeBefore);
  }

  // ---- exchanges

  /// @param equalToo whether, in a first round, neighbours also change places where that makes no
  ///   difference: it may do so for others
  private void transpose(boolean equalToo) {
    boolean improved = true;
    for (int round = 0; improved && round < 10; round++) {
      int least = equalToo && round == 0 ? 0 : 1;
      improved = false;
      for (int[] layer : order) {
        for (int i = 1; i < layer.length; i++) {
          int v = layer[i - 1];
          int w = layer[i];
          if (layers.areSiblings(v, w) && crossings.gainOfSwap(v, w) >= least) {
            swap(layer, i);
            improved = true;
          }
        }
      }
    }
  }

  private void swap(int[] layer, int right) {
    int v = layer[right - 1];
    layer[right - 1] = layer[right];
    layer[right] = v;
    position[layer[right - 1]] = right - 1;
    position[v] = right;
  }
}
