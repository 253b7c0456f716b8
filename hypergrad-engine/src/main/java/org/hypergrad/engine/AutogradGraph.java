package org.hypergrad.engine;

import java.util.AbstractList;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;

/// The backward graph of some tensors as a JGraphT graph: directed, acyclic, with multiple edges,
/// unmodifiable. Its vertices are nodes, youngest first, which is the order in which the engine
/// runs them; its edges are [Use]s, from the consumer to what it consumed.
///
/// It is not a copy: the engine itself sweeps over this object, and JGraphT's algorithms read the
/// nodes directly. Only what those need beyond it, the edges that come into a node, is worked out
/// when first asked for.
public final class AutogradGraph extends AbstractGraph<Node, Use> {
  private final NodeTable nodes;
  private int[] incomingStart; // per vertex, where its incoming uses begin
  private Use[] incoming;

  AutogradGraph(Iterable<? extends Edge> roots) {
    nodes = new NodeTable(roots);
  }

  /// The graph of everything these tensors were computed from. Tensors without history add nothing.
  public static AutogradGraph of(Tensor... roots) {
    List<Edge> edges = new ArrayList<>();
    for (Tensor root : roots) {
      if (root.gradientEdge() != null) {
        edges.add(root.gradientEdge());
      }
    }
    return new AutogradGraph(edges);
  }

  int size() {
    return nodes.size();
  }

  RecordedNode get(int place) {
    return nodes.get(place);
  }

  int indexOf(Node node) {
    return nodes.indexOf((RecordedNode) node);
  }

  /// The nodes, youngest first: every node comes after all that consumed its output.
  public List<Node> nodes() {
    return new AbstractList<>() {
      @Override
      public Node get(int place) {
        return nodes.get(Objects.checkIndex(place, size()));
      }

      @Override
      public int size() {
        return nodes.size();
      }
    };
  }

  // ---- vertices

  @Override
  public Set<Node> vertexSet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Node> iterator() {
        return nodes().iterator();
      }

      @Override
      public boolean contains(Object vertex) {
        return holds(vertex);
      }

      @Override
      public int size() {
        return nodes.size();
      }
    };
  }

  private boolean holds(Object vertex) {
    return vertex instanceof RecordedNode node && nodes.contains(node);
  }

  @Override
  public boolean containsVertex(Node vertex) {
    return holds(vertex);
  }

  private RecordedNode checked(Node vertex) {
    if (!containsVertex(vertex)) {
      throw new IllegalArgumentException("no such vertex in graph: " + vertex);
    }
    return (RecordedNode) vertex;
  }

  // ---- edges

  @Override
  public Set<Use> edgeSet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Use> iterator() {
        return IntStream.range(0, nodes.size())
            .mapToObj(nodes::get)
            .flatMap(node ->
                IntStream.range(0, node.slots())
                    .filter(s -> node.next(s) != null)
                    .mapToObj(slot -> new Use(node, slot)))
            .iterator();
      }

      @Override
      public boolean contains(Object edge) {
        return edge instanceof Use use && containsEdge(use);
      }

      @Override
      public int size() {
        complete();
        return incoming.length;
      }
    };
  }

  @Override
  public boolean containsEdge(Use use) {
    return use != null
        && containsVertex(use.consumer())
        && use.slot() >= 0
        && use.slot() < ((RecordedNode) use.consumer()).slots()
        && use.edge() != null;
  }

  @Override
  public Set<Use> outgoingEdgesOf(Node vertex) {
    RecordedNode node = checked(vertex);
    Set<Use> uses = LinkedHashSet.newLinkedHashSet(node.slots());
    for (int slot = 0; slot < node.slots(); slot++) {
      if (node.next(slot) != null) {
        uses.add(new Use(node, slot));
      }
    }
    return uses;
  }

  @Override
  public int outDegreeOf(Node vertex) {
    RecordedNode node = checked(vertex);
    int degree = 0;
    for (int slot = 0; slot < node.slots(); slot++) {
      degree += node.next(slot) == null ? 0 : 1;
    }
    return degree;
  }

  @Override
  public Set<Use> incomingEdgesOf(Node vertex) {
    complete();
    int place = indexOf(checked(vertex));
    int from = incomingStart[place];
    int to = incomingStart[place + 1];
    return new AbstractSet<>() {
      @Override
      public Iterator<Use> iterator() {
        return Arrays.asList(incoming).subList(from, to).iterator();
      }

      @Override
      public boolean contains(Object edge) {
        return edge instanceof Use use && containsEdge(use) && use.producer() == vertex;
      }

      @Override
      public int size() {
        return to - from;
      }
    };
  }

  @Override
  public int inDegreeOf(Node vertex) {
    complete();
    int place = indexOf(checked(vertex));
    return incomingStart[place + 1] - incomingStart[place];
  }

  @Override
  public Set<Use> edgesOf(Node vertex) {
    Set<Use> uses = new LinkedHashSet<>(incomingEdgesOf(vertex));
    uses.addAll(outgoingEdgesOf(vertex));
    return uses;
  }

  @Override
  public int degreeOf(Node vertex) {
    return inDegreeOf(vertex) + outDegreeOf(vertex);
  }

  @Override
  public Set<Use> getAllEdges(Node source, Node target) {
    if (!containsVertex(source) || !containsVertex(target)) {
      return null;
    }
    Set<Use> uses = outgoingEdgesOf(source);
    uses.removeIf(use -> use.producer() != target);
    return uses;
  }

  @Override
  public Use getEdge(Node source, Node target) {
    Set<Use> uses = getAllEdges(source, target);
    return uses == null || uses.isEmpty() ? null : uses.iterator().next();
  }

  @Override
  public Node getEdgeSource(Use use) {
    return checked(use.consumer());
  }

  @Override
  public Node getEdgeTarget(Use use) {
    checked(use.consumer());
    return use.producer();
  }

  /// Sorts all uses by what they use, by counting: linear in the size of the graph.
  private synchronized void complete() {
    if (incoming != null) {
      return;
    }
    int[] start = new int[nodes.size() + 1];
    forEachUse((_, _, target) -> start[target + 1]++);
    for (int place = 0; place < nodes.size(); place++) {
      start[place + 1] += start[place];
    }
    Use[] uses = new Use[start[nodes.size()]];
    int[] filled = Arrays.copyOf(start, start.length);
    forEachUse((node, slot, target) -> uses[filled[target]++] = new Use(node, slot));
    incomingStart = start;
    incoming = uses;
  }

  private interface UseAction {
    void accept(RecordedNode node, int slot, int target);
  }

  private void forEachUse(UseAction action) {
    for (int place = 0; place < nodes.size(); place++) {
      RecordedNode node = nodes.get(place);
      for (int slot = 0; slot < node.slots(); slot++) {
        Edge next = node.next(slot);
        if (next != null) {
          action.accept(node, slot, nodes.indexOf((RecordedNode) next.node()));
        }
      }
    }
  }

  // ---- what kind of graph it is

  @Override
  public GraphType getType() {
    return new DefaultGraphType.Builder()
        .directed()
        .allowMultipleEdges(true)
        .allowSelfLoops(false)
        .allowCycles(false)
        .weighted(false)
        .modifiable(false)
        .build();
  }

  @Override
  public double getEdgeWeight(Use use) {
    if (!containsEdge(use)) {
      throw new IllegalArgumentException("no such edge in graph: " + use);
    }
    return DEFAULT_EDGE_WEIGHT;
  }

  @Override
  public Supplier<Node> getVertexSupplier() {
    return null;
  }

  @Override
  public Supplier<Use> getEdgeSupplier() {
    return null;
  }

  @Override
  public Node addVertex() {
    throw unmodifiable();
  }

  @Override
  public boolean addVertex(Node vertex) {
    throw unmodifiable();
  }

  @Override
  public boolean removeVertex(Node vertex) {
    throw unmodifiable();
  }

  @Override
  public Use addEdge(Node source, Node target) {
    throw unmodifiable();
  }

  @Override
  public boolean addEdge(Node source, Node target, Use use) {
    throw unmodifiable();
  }

  @Override
  public Use removeEdge(Node source, Node target) {
    throw unmodifiable();
  }

  @Override
  public boolean removeEdge(Use use) {
    throw unmodifiable();
  }

  @Override
  public void setEdgeWeight(Use use, double weight) {
    throw unmodifiable();
  }

  private static UnsupportedOperationException unmodifiable() {
    return new UnsupportedOperationException(
        "An autograd graph is the record of a computation: it cannot be changed");
  }
}
