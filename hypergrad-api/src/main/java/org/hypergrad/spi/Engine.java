package org.hypergrad.spi;

import java.util.List;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;

/// The service that records history and runs backward (PyTorch: `torch/csrc/autograd/engine.h`).
/// One module provides it; it alone makes nodes.
public interface Engine {
  /// The node for y = op(x).
  Node record(UnaryOperation operation, Attributes attributes, Edge next, Tensor x, Tensor y);

  /// The node for y = op(a, b). An edge is null where that input needs no gradient; not both are.
  Node record(
      BinaryOperation operation,
      Attributes attributes,
      Edge nextA,
      Tensor a,
      Edge nextB,
      Tensor b,
      Tensor y);

  /// The node for a call of a function, of whose inputs some may be null.
  Node record(
      Function function, FunctionContext context, Edge[] next, Tensor[] inputs, Tensor[] outputs);

  /// The node that accumulates the gradient of a leaf.
  Node accumulateGrad(Tensor leaf);

  /// Adds the gradients of `roots` to the leaves they came from, or to `options.inputs()`.
  ///
  /// @param gradients one per root; null for the implicit 1 of a single-element root
  void backward(List<Tensor> roots, List<Tensor> gradients, GradOptions options);

  /// The gradients of `outputs` for `inputs`, without touching any `grad`.
  List<Tensor> grad(
      List<Tensor> outputs, List<Tensor> inputs, List<Tensor> gradients, GradOptions options);
}
