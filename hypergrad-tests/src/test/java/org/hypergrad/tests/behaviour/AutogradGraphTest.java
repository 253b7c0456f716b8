package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.engine.AutogradGraph;
import org.hypergrad.engine.Use;
import org.jgrapht.GraphTests;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The backward graph as a graph of JGraphT's, and what JGraphT's algorithms find in it.
class AutogradGraphTest {
  private static final Comparator<Node> YOUNGEST_FIRST =
      Comparator.comparingLong(Node::sequenceNr).reversed();

  private static List<Node> list(Iterable<Node> nodes) {
    List<Node> result = new ArrayList<>();
    nodes.forEach(result::add);
    return result;
  }

  /// What `start` leads to, found by following edges by hand.
  private static Set<Node> reachable(Node start) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (seen.add(node)) {
        for (Edge edge : node.nextEdges()) {
          if (edge != null) {
            open.push(edge.node());
          }
        }
      }
    }
    return seen;
  }

  @ParameterizedTest
  @CsvSource({
    "1,10", "2,10", "3,30", "4,63", "5,64", "6,65", "7,200", "8,500", "9,1000", "10,2000"
  })
  void jgrapht_orders_and_connects_random_graphs_as_the_engine_does(long seed, int operations) {
    RandomComputation computation = RandomComputation.of(seed, operations, 2);
    Tensor total = computation.total();
    AutogradGraph graph = AutogradGraph.of(total);
    List<Node> nodes = graph.nodes();

    assertThat(nodes).isSortedAccordingTo(YOUNGEST_FIRST).doesNotHaveDuplicates();
    assertThat(new HashSet<>(nodes)).isEqualTo(reachable(total.gradFn()));
    assertThat(list(() -> new TopologicalOrderIterator<>(graph, YOUNGEST_FIRST))).isEqualTo(nodes);
    assertThat(new CycleDetector<>(graph).detectCycles()).isFalse();
    assertThat(new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets())
        .hasSameSizeAs(nodes);
    assertThat(new ConnectivityInspector<>(graph).connectedSets())
        .singleElement()
        .isEqualTo(new HashSet<>(nodes));
    for (int i = 0; i < 20; i++) {
      Node start = nodes.get(i * (nodes.size() - 1) / 19);
      assertThat(new HashSet<>(list(() -> new BreadthFirstIterator<>(graph, start))))
          .isEqualTo(reachable(start));
    }
  }

  @ParameterizedTest
  @CsvSource({"11,10", "12,100", "13,2000"})
  void any_topological_order_has_consumers_before_producers(long seed, int operations) {
    AutogradGraph graph = AutogradGraph.of(RandomComputation.of(seed, operations, 2).total());
    List<Node> order = list(() -> new TopologicalOrderIterator<>(graph));
    IdentityHashMap<Node, Integer> places = new IdentityHashMap<>();
    order.forEach(node -> places.put(node, places.size()));
    assertThat(order).hasSameSizeAs(graph.nodes());
    assertThat(graph.edgeSet())
        .allSatisfy(use ->
            assertThat(places.get(graph.getEdgeSource(use)))
                .isLessThan(places.get(graph.getEdgeTarget(use))));
  }

  @ParameterizedTest
  @CsvSource({"21,10", "22,150", "23,2000"})
  void degrees_add_up_to_the_number_of_edges(long seed, int operations) {
    AutogradGraph graph = AutogradGraph.of(RandomComputation.of(seed, operations, 2).total());
    int edges = 0;
    for (Node node : graph.vertexSet()) {
      long used = node.nextEdges().stream().filter(edge -> edge != null).count();
      assertThat(graph.outDegreeOf(node)).isEqualTo((int) used);
      assertThat(graph.outgoingEdgesOf(node)).hasSize((int) used);
      assertThat(graph.incomingEdgesOf(node)).hasSize(graph.inDegreeOf(node));
      assertThat(graph.degreeOf(node)).isEqualTo(graph.inDegreeOf(node) + graph.outDegreeOf(node));
      assertThat(graph.edgesOf(node)).hasSize(graph.degreeOf(node));
      edges += (int) used;
    }
    assertThat(graph.edgeSet()).hasSize(edges);
    assertThat(graph.vertexSet().stream().mapToInt(graph::inDegreeOf).sum()).isEqualTo(edges);
    assertThat(graph.iterables().edgeCount()).isEqualTo(edges);
  }

  @ParameterizedTest
  @CsvSource({"31,10", "32,300"})
  void the_sets_of_vertices_and_edges_hold_exactly_what_they_iterate_over(
      long seed, int operations) {
    AutogradGraph graph = AutogradGraph.of(RandomComputation.of(seed, operations, 2).total());
    AutogradGraph other = AutogradGraph.of(RandomComputation.of(seed, operations, 2).total());

    List<Node> vertices = list(graph.vertexSet());
    assertThat(vertices).isEqualTo(graph.nodes()).hasSize(graph.vertexSet().size());
    assertThat(vertices).allMatch(graph.vertexSet()::contains).allMatch(graph::containsVertex);
    assertThat(other.nodes()).noneMatch(graph.vertexSet()::contains);
    assertThat(graph.vertexSet()).doesNotContain((Node) null);
    assertThat(graph.vertexSet().contains("a node")).isFalse();

    List<Use> uses = new ArrayList<>(graph.edgeSet());
    assertThat(new HashSet<>(uses)).hasSameSizeAs(uses).hasSize(graph.edgeSet().size());
    assertThat(uses)
        .allSatisfy(use -> {
          assertThat(graph.edgeSet().contains(use)).isTrue();
          assertThat(graph.containsEdge(use)).isTrue();
          assertThat(graph.edgeSet().contains(new Use(use.consumer(), use.slot()))).isTrue();
          assertThat(graph.outgoingEdgesOf(use.consumer())).contains(use);
          assertThat(graph.incomingEdgesOf(use.producer())).contains(use);
          assertThat(graph.getAllEdges(use.consumer(), use.producer())).contains(use);
          assertThat(graph.getEdge(use.consumer(), use.producer()).producer())
              .isSameAs(use.producer());
          assertThat(graph.getEdgeWeight(use)).isEqualTo(1);
        });
    assertThat(other.edgeSet()).noneMatch(graph.edgeSet()::contains);
    assertThat(graph.containsEdge(new Use(graph.nodes().getFirst(), 99))).isFalse();
  }

  @Test
  void an_operand_used_twice_has_two_edges_to_one_vertex() {
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);
    Tensor y = x.mul(x);
    AutogradGraph graph = AutogradGraph.of(y);
    Node mul = y.gradFn();
    Node accumulate = x.gradientEdge().node();
    assertThat(graph.nodes()).containsExactly(mul, accumulate);
    assertThat(graph.getAllEdges(mul, accumulate))
        .containsExactlyInAnyOrder(new Use(mul, 0), new Use(mul, 1));
    assertThat(graph.inDegreeOf(accumulate)).isEqualTo(2);
    assertThat(graph.getAllEdges(accumulate, mul)).isEmpty();
    assertThat(graph.getEdge(accumulate, mul)).isNull();
    assertThat(new Use(mul, 1)).hasToString("MulBackward0[1] -> AccumulateGrad");
  }

  @Test
  void an_edge_knows_which_output_was_used() {
    Tensor x = Tensor.of(1.0, 2.0, 3.0).requiresGrad(true);
    Tensor second = x.split(List.of(1, 2), 0).get(1);
    Tensor y = second.exp();
    AutogradGraph graph = AutogradGraph.of(y);
    Use use = graph.outgoingEdgesOf(y.gradFn()).iterator().next();
    assertThat(use.edge().inputNr()).isEqualTo(1);
    assertThat(use.producer()).isSameAs(second.gradFn());
  }

  @Test
  void an_input_that_needs_no_gradient_is_no_edge() {
    Tensor x = Tensor.of(1.0).requiresGrad(true);
    AutogradGraph graph = AutogradGraph.of(x.mul(Tensor.of(5.0)).add(1.0));
    assertThat(graph.vertexSet()).hasSize(3);
    assertThat(graph.edgeSet()).hasSize(2);
  }

  @Test
  void several_tensors_share_one_graph_and_tensors_without_history_add_nothing() {
    Tensor x = Tensor.of(1.0).requiresGrad(true);
    Tensor a = x.exp();
    Tensor b = x.sin();
    AutogradGraph graph = AutogradGraph.of(a, Tensor.of(1.0), b, a);
    assertThat(graph.nodes()).containsExactly(b.gradFn(), a.gradFn(), x.gradientEdge().node());
    assertThat(AutogradGraph.of(Tensor.of(1.0)).vertexSet()).isEmpty();
    assertThat(AutogradGraph.of(Tensor.of(1.0)).edgeSet()).isEmpty();
    assertThat(AutogradGraph.of(x).nodes()).containsExactly(x.gradientEdge().node());
  }

  @Test
  void the_graph_cannot_be_changed() {
    Tensor x = Tensor.of(1.0).requiresGrad(true);
    Tensor y = x.exp();
    AutogradGraph graph = AutogradGraph.of(y);
    Node exp = y.gradFn();
    Node leaf = x.gradientEdge().node();
    Use use = graph.getEdge(exp, leaf);
    List<Runnable> changes =
        List.of(
            () -> graph.addVertex(),
            () -> graph.addVertex(exp),
            () -> graph.removeVertex(leaf),
            () -> graph.addEdge(exp, leaf),
            () -> graph.addEdge(exp, leaf, use),
            () -> graph.removeEdge(exp, leaf),
            () -> graph.removeEdge(use),
            () -> graph.setEdgeWeight(use, 2),
            () -> graph.vertexSet().remove(leaf),
            () -> graph.vertexSet().clear(),
            () -> graph.edgeSet().remove(use),
            () -> graph.nodes().remove(leaf));
    IntStream.range(0, changes.size())
        .forEach(i ->
            assertThatThrownBy(changes.get(i)::run)
                .as("change %s", i)
                .isInstanceOf(UnsupportedOperationException.class));
    assertThat(graph.vertexSet()).hasSize(2);
    assertThat(graph.edgeSet()).hasSize(1);
    assertThat(graph.getType().isModifiable()).isFalse();
  }

  @Test
  void its_type_is_that_of_a_directed_acyclic_multigraph() {
    AutogradGraph graph = AutogradGraph.of(Tensor.of(1.0).requiresGrad(true).exp());
    assertThat(graph.getType().isDirected()).isTrue();
    assertThat(graph.getType().isAllowingMultipleEdges()).isTrue();
    assertThat(graph.getType().isAllowingSelfLoops()).isFalse();
    assertThat(graph.getType().isAllowingCycles()).isFalse();
    assertThat(graph.getType().isWeighted()).isFalse();
    GraphTests.requireDirected(graph);
  }

  @Test
  void what_is_not_in_the_graph_is_refused() {
    AutogradGraph graph = AutogradGraph.of(Tensor.of(1.0).requiresGrad(true).exp());
    Tensor foreign = Tensor.of(1.0).requiresGrad(true).exp();
    Node stranger = foreign.gradFn();
    assertThat(graph.containsVertex(stranger)).isFalse();
    assertThat(graph.getAllEdges(stranger, graph.nodes().getFirst())).isNull();
    assertThatThrownBy(() -> graph.outgoingEdgesOf(stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such vertex in graph");
    assertThatThrownBy(() -> graph.incomingEdgesOf(stranger))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> graph.getEdgeWeight(new Use(stranger, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such edge in graph");
  }
}
