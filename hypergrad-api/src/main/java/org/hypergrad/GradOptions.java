package org.hypergrad;

import java.util.List;

/// How a backward pass is done: the keyword arguments of PyTorch's `backward` and `autograd.grad`.
///
/// ```java
/// loss.backward(GradOptions.DEFAULT.retainGraph());
/// ```
///
/// @param keepsGraph whether saved tensors stay, so that the same graph can be walked again
/// @param createsGraph whether the gradients get a history of their own, for higher derivatives;
///   keeps the graph
/// @param inputs for `backward`: the tensors whose `grad` is to be filled; null for all leaves
/// @param allowsUnused for `grad`: whether an input that the outputs do not depend on gets null,
///   not an error
/// @param materializesGrads for `grad`: whether it gets zeros; allows unused inputs
public record GradOptions(
    boolean keepsGraph,
    boolean createsGraph,
    List<Tensor> inputs,
    boolean allowsUnused,
    boolean materializesGrads) {

  /// Once over the graph, which is released.
  public static final GradOptions DEFAULT = new GradOptions(false, false, null, false, false);

  /// The canonical form, with the implications applied.
  public GradOptions {
    keepsGraph |= createsGraph;
    allowsUnused |= materializesGrads;
    inputs = inputs == null ? null : List.copyOf(inputs);
  }

  /// Keeps the saved tensors (PyTorch: `retain_graph=True`).
  public GradOptions retainGraph() {
    return new GradOptions(true, createsGraph, inputs, allowsUnused, materializesGrads);
  }

  /// Makes the gradients differentiable (PyTorch: `create_graph=True`).
  public GradOptions createGraph() {
    return new GradOptions(keepsGraph, true, inputs, allowsUnused, materializesGrads);
  }

  /// Fills only the `grad` of these (PyTorch: `inputs=[...]`).
  public GradOptions inputs(Tensor... tensors) {
    return new GradOptions(
        keepsGraph, createsGraph, List.of(tensors), allowsUnused, materializesGrads);
  }

  /// Gives null for an input that was not used (PyTorch: `allow_unused=True`).
  public GradOptions allowUnused() {
    return new GradOptions(keepsGraph, createsGraph, inputs, true, materializesGrads);
  }

  /// Gives zeros for an input that was not used (PyTorch: `materialize_grads=True`).
  public GradOptions materializeGrads() {
    return new GradOptions(keepsGraph, createsGraph, inputs, true, true);
  }
}
