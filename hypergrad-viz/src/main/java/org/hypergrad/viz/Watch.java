package org.hypergrad.viz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.HookHandle;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Node;
import org.hypergrad.viz.History.Port;
import org.hypergrad.viz.drawing.Drawing;

/// What [Drawings#watch] keeps of a graph: the values it was computed with, and the gradients that
/// have gone back through it since.
public final class Watch implements AutoCloseable {
  private final Values values;
  private final DrawingOptions options;
  private final Map<Port, Tensor> gradients = new HashMap<>();
  private final List<HookHandle> hooks = new ArrayList<>();

  Watch(Tensor result, DrawingOptions options) {
    this.values = new Values(List.of(result), options.known());
    this.options = options;
    for (Node node : values.nodes()) {
      if (node.variable() == null) {
        hooks.add(
            node.editHooks()
                .addPreHook(arrived -> {
                  keep(node, arrived);
                  return null;
                }));
      }
    }
  }

  private void keep(Node node, List<Tensor> arrived) {
    for (int i = 0; i < arrived.size(); i++) {
      if (arrived.get(i) != null) {
        gradients.put(new Port(node, i), arrived.get(i));
      }
    }
  }

  /// The expression, as [Drawings#forward], with the gradient of every result that the last
  /// backward pass went through.
  public Drawing forward() {
    return new ForwardGraph(values, options, gradients).drawing();
  }

  /// Stops watching.
  @Override
  public void close() {
    hooks.forEach(HookHandle::remove);
    hooks.clear();
  }
}
