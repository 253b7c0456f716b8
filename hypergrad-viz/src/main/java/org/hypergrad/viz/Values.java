package org.hypergrad.viz;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.UnaryOperation;
import org.hypergrad.viz.History.Port;

/// The tensors of a forward pass, as far as they can be found again. A graph holds the leaves and
/// what its rules need; a backward pass releases the latter.
final class Values {
  private final List<Tensor> roots;
  private final List<Node> nodes;

  /// The results of nodes.
  private final Map<Port, Tensor> results = new HashMap<>();

  /// What operations were given that has no history of its own.
  private final Map<Port, Tensor> constants = new HashMap<>();

  Values(List<Tensor> roots, List<Tensor> known) {
    this.roots = roots;
    this.nodes = History.nodes(roots);
    roots.forEach(this::addResult);
    known.forEach(this::addResult);
    for (Node node : nodes) {
      if (node.variable() == null) {
        History.saved(node).ifPresent(saved -> addSaved(node, saved));
        addNumbers(node);
      } else {
        results.put(new Port(node, 0), node.variable());
      }
    }
    addRecomputed();
  }

  List<Tensor> roots() {
    return roots;
  }

  List<Node> nodes() {
    return nodes;
  }

  /// Output `number` of a node, or null.
  Tensor result(Node node, int number) {
    return results.get(new Port(node, number));
  }

  /// Input `slot` of a node's operation, if it has no history; null if it was not kept.
  Tensor constant(Node node, int slot) {
    return constants.get(new Port(node, slot));
  }

  private void addResult(Tensor tensor) {
    Port origin = History.origin(tensor);
    if (origin != null) {
      results.putIfAbsent(origin, tensor);
    }
  }

  // ---- what was saved

  private void addSaved(Node node, List<Tensor> saved) {
    for (int i = 0; i < saved.size(); i++) {
      addResult(saved.get(i));
      int slot = node.savedInput(i);
      if (slot >= 0 && node.nextEdges().get(slot) == null) {
        constants.put(new Port(node, slot), saved.get(i));
      }
    }
  }

  private void addNumbers(Node node) {
    for (int slot = 0; slot < node.nextEdges().size(); slot++) {
      Tensor number = node.number(slot);
      if (number != null) {
        constants.put(new Port(node, slot), number);
      }
    }
  }

  // ---- what can be computed again

  /// Computes missing results once more. They hold only if, on the way, every result that was kept
  /// came out as it is: else something has been changed since.
  private void addRecomputed() {
    Map<Port, Tensor> recomputed = new HashMap<>();
    boolean isConfirmed = false;
    for (Node node : nodes) {
      if (node.operation() == null || node.operation() instanceof Function) {
        continue; // a row of a table has no side effects; a function might
      }
      Port port = new Port(node, 0);
      Tensor[] inputs = inputs(node, recomputed);
      if (inputs == null || results.containsKey(port) && !hasRecomputed(node, recomputed)) {
        continue;
      }
      Tensor again = GradMode.off(() -> apply(node.operation(), node, inputs));
      Tensor kept = results.get(port);
      if (kept == null) {
        recomputed.put(port, again);
      } else if (sameElements(kept, again)) {
        isConfirmed = true;
      } else {
        return;
      }
    }
    if (isConfirmed) {
      results.putAll(recomputed);
    }
  }

  private static Tensor apply(Operation operation, Node node, Tensor[] inputs) {
    return switch (operation) {
      case UnaryOperation unary -> inputs[0].apply(unary, node.attributes());
      case BinaryOperation binary -> inputs[0].apply(binary, inputs[1], node.attributes());
      case Function _ -> throw new IllegalArgumentException(operation + " is not a row");
    };
  }

  private boolean hasRecomputed(Node node, Map<Port, Tensor> recomputed) {
    return node.nextEdges().stream()
        .anyMatch(edge -> edge != null && recomputed.containsKey(Port.of(edge)));
  }

  /// Null if one is not known.
  private Tensor[] inputs(Node node, Map<Port, Tensor> recomputed) {
    List<Edge> edges = node.nextEdges();
    Tensor[] inputs = new Tensor[edges.size()];
    for (int slot = 0; slot < inputs.length; slot++) {
      Edge edge = edges.get(slot);
      if (edge == null) {
        inputs[slot] = constant(node, slot);
      } else {
        Port port = Port.of(edge);
        inputs[slot] = results.containsKey(port) ? results.get(port) : recomputed.get(port);
      }
      if (inputs[slot] == null) {
        return null;
      }
    }
    return inputs;
  }

  private static boolean sameElements(Tensor a, Tensor b) {
    return a.shape().equals(b.shape()) && Arrays.equals(a.toDoubles(), b.toDoubles());
  }
}
