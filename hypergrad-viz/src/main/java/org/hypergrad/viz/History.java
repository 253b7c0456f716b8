package org.hypergrad.viz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.spi.Operation;

/// What can be read off the nodes that a tensor leads to.
final class History {
  /// A result of a node, or an input of its operation, by number.
  record Port(Node node, int number) {
    static Port of(Edge edge) {
      return new Port(edge.node(), edge.inputNr());
    }
  }

  private History() {}

  /// All nodes that the roots lead to, oldest first: each after those it consumes.
  static List<Node> nodes(List<Tensor> roots) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    for (Tensor root : roots) {
      if (root.requiresGrad() && seen.add(root.gradientEdge().node())) {
        open.add(root.gradientEdge().node());
      }
    }
    while (!open.isEmpty()) {
      for (Edge edge : open.remove().nextEdges()) {
        if (edge != null && seen.add(edge.node())) {
          open.add(edge.node());
        }
      }
    }
    List<Node> nodes = new ArrayList<>(seen);
    nodes.sort(
        Comparator.comparing((Node node) -> node.variable() == null)
            .thenComparing(Node::sequenceNr));
    return nodes;
  }

  /// The saved tensors; empty if they were released or changed since.
  static Optional<List<Tensor>> saved(Node node) {
    try {
      return Optional.of(node.savedTensors());
    } catch (AutogradException _) {
      return Optional.empty(); // that is the answer: there are none any more
    }
  }

  /// Where the tensor in a result's place comes from: null for a tensor without history.
  static Port origin(Tensor tensor) {
    return tensor.gradFn() == null ? null : new Port(tensor.gradFn(), tensor.outputNr());
  }

  /// What an input of an operation is called: the letter that formulas have for it, else its
  /// number; nothing where there is only one.
  static String slotName(Operation operation, int slot) {
    if (operation.maxInputs() == 1) {
      return "";
    }
    List<String> names = operation.inputNames();
    return slot < names.size() ? names.get(slot) : Integer.toString(slot);
  }
}
