package org.hypergrad.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;

/// Which gradients a pass is for, and so which nodes have to run at all (PyTorch:
/// `GraphTask::ExecInfo`, `torch/csrc/autograd/graph_task.h`).
final class Captures {
  private final boolean[] needed; // per place: a gradient is wanted there
  private final boolean[] runs; // per place: something further on is wanted
  private final Map<Integer, Map<Integer, Tensor>> captured =
      new HashMap<>(); // place -> input -> gradient

  Captures(AutogradGraph graph, List<Edge> inputs) {
    needed = new boolean[graph.size()];
    runs = new boolean[graph.size()];
    for (Edge input : inputs) {
      if (graph.containsVertex(input.node())) {
        int place = graph.indexOf(input.node());
        needed[place] = true;
        captured.computeIfAbsent(place, _ -> new HashMap<>()).put(input.inputNr(), null);
      }
    }
    for (int place = graph.size() - 1; place >= 0; place--) {
      RecordedNode node = graph.get(place);
      for (int slot = 0; slot < node.slots(); slot++) {
        Edge next = node.next(slot);
        runs[place] |= next != null && needed[graph.indexOf(next.node())];
      }
      needed[place] |= runs[place];
    }
  }

  boolean needs(int place) {
    return needed[place];
  }

  boolean runs(int place) {
    return runs[place];
  }

  /// Keeps what is wanted of the gradients that arrived at a node.
  void take(int place, Tensor[] arrived, Temporaries temporaries) {
    Map<Integer, Tensor> wanted = captured.get(place);
    if (wanted == null) {
      return;
    }
    wanted.replaceAll((inputNr, _) -> arrived[inputNr]);
    for (Tensor gradient : wanted.values()) {
      if (gradient != null && temporaries != null) {
        temporaries.escape(gradient);
      }
    }
  }

  /// The gradient captured for an edge; null if none arrived.
  Tensor get(AutogradGraph graph, Edge edge) {
    return graph.containsVertex(edge.node())
        ? captured.get(graph.indexOf(edge.node())).get(edge.inputNr())
        : null;
  }
}
