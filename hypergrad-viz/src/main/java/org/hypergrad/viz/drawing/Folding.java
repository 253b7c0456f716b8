package org.hypergrad.viz.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws groups as single vertices.
final class Folding {
  private final Drawing drawing;
  private final boolean[] isFolded;

  /// For each vertex what stands for it: a vertex, or a folded group, numbered after the vertices.
  private final int[] standIn;

  private Folding(Drawing drawing, int depth) {
    this.drawing = drawing;
    this.isFolded = new boolean[drawing.groups().size()];
    int[] depths = new int[isFolded.length];
    for (int g = 0; g < depths.length; g++) {
      int parent = drawing.groups().get(g).parent();
      depths[g] = parent == Group.NONE ? 0 : depths[parent] + 1;
      isFolded[g] = depths[g] >= depth;
    }
    this.standIn = new int[drawing.vertices().size()];
  }

  static Drawing of(Drawing drawing, int depth) {
    Folding folding = new Folding(drawing, depth);
    do {
      Arrays.setAll(folding.standIn, folding::standIn);
    } while (folding.openCycles());
    return folding.folded();
  }

  private int standIn(int vertex) {
    int standIn = vertex;
    int g = drawing.vertices().get(vertex).group();
    for (; g != Group.NONE; g = drawing.groups().get(g).parent()) {
      if (isFolded[g]) {
        standIn = drawing.vertices().size() + g;
      }
    }
    return standIn;
  }

  /// Opens the outermost folded groups that lie on cycles; says whether there were any.
  private boolean openCycles() {
    int size = drawing.vertices().size() + isFolded.length;
    boolean[] isFree = new boolean[size];
    boolean progress = true;
    while (progress) { // takes away what nothing leads to, or what leads to nothing
      boolean[] isEntered = new boolean[size];
      boolean[] isLeft = new boolean[size];
      for (Arrow arrow : drawing.arrows()) {
        int from = standIn[arrow.from()];
        int to = standIn[arrow.to()];
        if (from != to && !isFree[from] && !isFree[to]) {
          isLeft[from] = true;
          isEntered[to] = true;
        }
      }
      progress = false;
      for (int v = 0; v < size; v++) {
        if (!isFree[v] && !(isEntered[v] && isLeft[v])) {
          isFree[v] = true;
          progress = true;
        }
      }
    }
    boolean opened = false;
    for (int standIn : standIn) {
      int g = standIn - drawing.vertices().size();
      if (g >= 0 && !isFree[standIn] && isFolded[g]) {
        isFolded[g] = false;
        opened = true;
      }
    }
    return opened;
  }

  // ---- the new drawing

  private Drawing folded() {
    List<Group> groups = new ArrayList<>();
    int[] newGroups = new int[isFolded.length];
    for (int g = 0; g < newGroups.length; g++) {
      int parent = drawing.groups().get(g).parent();
      boolean isHidden = isFolded[g] || parent != Group.NONE && newGroups[parent] == Group.NONE;
      newGroups[g] = Group.NONE;
      if (!isHidden) {
        groups.add(
            new Group(
                drawing.groups().get(g).label(),
                parent == Group.NONE ? Group.NONE : newGroups[parent]));
        newGroups[g] = groups.size() - 1;
      }
    }
    List<Vertex> vertices = new ArrayList<>();
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    for (int standIn : standIn) {
      if (!numbers.containsKey(standIn)) {
        numbers.put(standIn, vertices.size());
        vertices.add(vertex(standIn, newGroups));
      }
    }
    return new Drawing(drawing.title(), drawing.description(), vertices, arrows(numbers), groups);
  }

  private Vertex vertex(int standIn, int[] newGroups) {
    if (standIn < drawing.vertices().size()) {
      Vertex v = drawing.vertices().get(standIn);
      int group = v.group() == Group.NONE ? Group.NONE : newGroups[v.group()];
      return new Vertex(v.kind(), v.title(), v.subtitle(), v.fields(), v.details(), group);
    }
    Group folded = drawing.groups().get(standIn - drawing.vertices().size());
    long inside = Arrays.stream(this.standIn).filter(other -> other == standIn).count();
    String content = inside + (inside == 1 ? " vertex" : " vertices");
    int group = folded.parent() == Group.NONE ? Group.NONE : newGroups[folded.parent()];
    return new Vertex(
        Kind.FOLDED, folded.label(), content, List.of(), folded.label() + "\n" + content, group);
  }

  /// Several arrows between the same two, of which one is a folded group, become one.
  private List<Arrow> arrows(Map<Integer, Integer> numbers) {
    Map<List<Integer>, Arrow> merged = new LinkedHashMap<>();
    for (int i = 0; i < drawing.arrows().size(); i++) {
      Arrow arrow = drawing.arrows().get(i);
      int from = standIn[arrow.from()];
      int to = standIn[arrow.to()];
      if (from == to) {
        continue;
      }
      boolean isWhole = from == arrow.from() && to == arrow.to();
      Arrow moved =
          new Arrow(
              numbers.get(from),
              numbers.get(to),
              from == arrow.from() ? arrow.tail() : "",
              to == arrow.to() ? arrow.head() : "",
              arrow.isDashed());
      merged.merge(
          isWhole ? List.of(from, to, i) : List.of(from, to),
          moved,
          (a, b) -> new Arrow(a.from(), a.to(), "", "", a.isDashed() && b.isDashed()));
    }
    return List.copyOf(merged.values());
  }
}
