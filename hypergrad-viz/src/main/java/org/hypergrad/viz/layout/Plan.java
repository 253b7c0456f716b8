package org.hypergrad.viz.layout;

import java.util.List;

/// What is to be placed: a directed graph without cycles, whose vertices are boxes of known size
/// and may lie in nested groups. Vertices, edges and groups are known by their numbers from 0 on.
///
/// @param sizes of the vertices
/// @param edges between them; there may be several between the same two
/// @param vertexGroups for each vertex the group it lies in, or [#NONE]
/// @param groupParents for each group the group that it lies in, or [#NONE]; a parent has a smaller
///   number
public record Plan(
    List<Size> sizes, List<Edge> edges, List<Integer> vertexGroups, List<Integer> groupParents) {
  /// No group.
  public static final int NONE = -1;

  /// Copies the lists.
  public Plan {
    sizes = List.copyOf(sizes);
    edges = List.copyOf(edges);
    vertexGroups = List.copyOf(vertexGroups);
    groupParents = List.copyOf(groupParents);
  }

  /// A graph without groups.
  public static Plan of(List<Size> sizes, List<Edge> edges) {
    return new Plan(sizes, edges, sizes.stream().map(_ -> NONE).toList(), List.of());
  }

  /// The size of a vertex, in pixels.
  ///
  /// @param width from side to side
  /// @param height from top to bottom
  /// @param inset how much of the top and the bottom border, from either corner, takes no edges
  public record Size(double width, double height, double inset) {}

  /// An edge; it will point down.
  ///
  /// @param from the vertex where it begins
  /// @param to the vertex where it ends
  /// @param startWord how wide the word is that stands beside its beginning, 0 if there is none
  /// @param endWord how wide the word is that stands beside its end
  public record Edge(int from, int to, double startWord, double endWord) {
    /// An edge without words.
    public Edge(int from, int to) {
      this(from, to, 0, 0);
    }
  }

  /// The innermost group that holds both of two groups, [#NONE] if none does.
  int commonGroup(int a, int b) {
    int one = a;
    int other = b;
    while (one != other) {
      if (one > other) {
        one = groupParents.get(one);
      } else {
        other = groupParents.get(other);
      }
    }
    return one;
  }
}
