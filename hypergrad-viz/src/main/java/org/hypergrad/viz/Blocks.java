package org.hypergrad.viz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;

/// Which block of a network each node belongs to, for [DrawingOptions#blocks]. It is told by the
/// hooks of the blocks while they are applied:
///
/// ```java
/// Blocks blocks = new Blocks();
/// net.namedBlocks()
///     .forEach(
///         (name, block) ->
///             block.forwardHook((_, inputs, output) -> blocks.add(name, inputs, output)));
/// net.namedParameters().forEach(blocks::add);
/// Drawings.forward(net.apply(x), DrawingOptions.DEFAULT.blocks(blocks));
/// ```
public final class Blocks implements Function<Node, List<String>> {
  private final Map<Node, List<String>> paths = new HashMap<>();

  /// Knows nothing yet.
  public Blocks() {}

  /// Notes that a block made all between its inputs and its output that no block inside it has
  /// made.
  ///
  /// @param block its name, whose parts are separated by dots, as `layers.0`; empty for the whole
  public void add(String block, List<Tensor> inputs, Tensor output) {
    Set<Node> seen = new HashSet<>();
    for (Tensor input : inputs) {
      if (input != null && input.gradFn() != null) {
        seen.add(input.gradFn());
      }
    }
    Deque<Node> open = new ArrayDeque<>();
    if (output.gradFn() != null && seen.add(output.gradFn())) {
      open.add(output.gradFn());
    }
    while (!open.isEmpty()) {
      Node node = open.remove();
      paths.putIfAbsent(node, path(block));
      for (Edge edge : node.nextEdges()) {
        if (edge != null && edge.node().variable() == null && seen.add(edge.node())) {
          open.add(edge.node());
        }
      }
    }
  }

  /// Notes that a parameter belongs to a block.
  ///
  /// @param name as `layers.0.weight`: that of the block, and its own
  public void add(String name, Tensor parameter) {
    if (parameter.requiresGrad() && parameter.isLeaf()) {
      int dot = name.lastIndexOf('.');
      paths.put(parameter.gradientEdge().node(), path(dot < 0 ? "" : name.substring(0, dot)));
    }
  }

  private static List<String> path(String block) {
    return block.isEmpty() ? List.of() : List.of(block.split("\\."));
  }

  /// The parts of the name of the block that a node belongs to, outermost first; empty if none.
  @Override
  public List<String> apply(Node node) {
    return paths.getOrDefault(node, List.of());
  }
}
