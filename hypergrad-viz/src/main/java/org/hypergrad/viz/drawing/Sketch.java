package org.hypergrad.viz.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A drawing in the making.
///
/// ```java
/// Sketch sketch = new Sketch();
/// int x = sketch.vertex(Kind.INPUT, "x", "", List.of(), "all about x", Group.NONE);
/// int y = sketch.vertex(Kind.OUTPUT, "y", "tanh(x)", List.of(), "all about y", Group.NONE);
/// sketch.arrow(x, y, "");
/// Drawing drawing = sketch.finish("tanh", "One operation, from x to y.");
/// ```
public final class Sketch {
  private final List<Vertex> vertices = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Map<List<String>, Integer> groupOfPath = new HashMap<>();

  /// An empty one.
  public Sketch() {}

  /// Adds a vertex, and gives its number.
  public int vertex(
      Kind kind, String title, String subtitle, List<Field> fields, String details, int group) {
    vertices.add(new Vertex(kind, title, subtitle, fields, details, group));
    return vertices.size() - 1;
  }

  /// Adds an arrow.
  ///
  /// @param head the word at its end
  public void arrow(int from, int to, String head) {
    arrows.add(new Arrow(from, to, "", head, false));
  }

  /// Adds an arrow.
  public void arrow(Arrow arrow) {
    arrows.add(arrow);
  }

  /// The number of the group at the end of a path of labels, outermost first, as `layers`, `0`,
  /// `attention`. Groups that are not there yet are made; an empty path is [Group#NONE].
  public int group(String... path) {
    return group(Arrays.asList(path));
  }

  /// [#group(String...)]
  public int group(List<String> path) {
    if (path.isEmpty()) {
      return Group.NONE;
    }
    Integer known = groupOfPath.get(path);
    if (known != null) {
      return known;
    }
    int parent = group(path.subList(0, path.size() - 1));
    groups.add(new Group(path.getLast(), parent));
    groupOfPath.put(List.copyOf(path), groups.size() - 1);
    return groups.size() - 1;
  }

  /// How many vertices there are so far.
  public int size() {
    return vertices.size();
  }

  /// The drawing so far.
  public Drawing finish(String title, String description) {
    return new Drawing(title, description, vertices, arrows, groups);
  }
}
