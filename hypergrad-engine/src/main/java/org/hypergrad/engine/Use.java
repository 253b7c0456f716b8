package org.hypergrad.engine;

import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;

/// An edge of an [AutogradGraph]: one use of a tensor by an operation. `x.mul(x)` uses x twice, in
/// slots 0 and 1.
///
/// @param consumer the node of the operation that used the tensor: the source, for gradients flow
///   away from it
/// @param slot which input of the operation it was
public record Use(Node consumer, int slot) {
  /// The edge in the engine's words: the node the gradient goes to, and which of its inputs.
  public Edge edge() {
    return ((RecordedNode) consumer).next(slot);
  }

  /// The node of what was used: the target.
  public Node producer() {
    return edge().node();
  }

  @Override
  public String toString() {
    return consumer.name() + "[" + slot + "] -> " + producer().name();
  }
}
