package org.hypergrad.viz.layout;

import java.util.ArrayList;
import java.util.List;

/// What a group has in one layer: vertices of its own, and the groups in it. The cluster at the
/// root is what lies in no group.
final class Cluster {
  final int group;
  final List<Integer> vertices = new ArrayList<>();
  final List<Cluster> children = new ArrayList<>();

  private Cluster(int group) {
    this.group = group;
  }

  /// The root of each layer.
  static Cluster[] roots(Plan plan, Layers layers) {
    Cluster[] roots = new Cluster[layers.layerCount];
    Cluster[][] ofGroup = new Cluster[layers.first.length][];
    for (int layer = 0; layer < roots.length; layer++) {
      roots[layer] = new Cluster(Plan.NONE);
    }
    for (int g = 0; g < ofGroup.length; g++) {
      ofGroup[g] = new Cluster[layers.last[g] - layers.first[g] + 1];
      int parent = plan.groupParents().get(g);
      for (int layer = layers.first[g]; layer <= layers.last[g]; layer++) {
        Cluster cluster = new Cluster(g);
        ofGroup[g][layer - layers.first[g]] = cluster;
        (parent == Plan.NONE ? roots[layer] : ofGroup[parent][layer - layers.first[parent]])
            .children.add(cluster);
      }
    }
    for (int v = 0; v < layers.count; v++) {
      if (!layers.isBorder(v)) {
        int g = layers.group[v];
        int layer = layers.rank[v];
        (g == Plan.NONE ? roots[layer] : ofGroup[g][layer - layers.first[g]]).vertices.add(v);
      }
    }
    return roots;
  }
}
