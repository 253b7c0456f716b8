package org.hypergrad.engine;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;

/// What all nodes of this engine can do: hand on gradients, and forget what they saved (PyTorch:
/// `torch/csrc/autograd/function.h`).
abstract class RecordedNode extends Node {
  RecordedNode(Shape shape, DType dtype) {
    super(shape, dtype);
  }

  /// How many inputs the forward operation had.
  abstract int slots();

  /// Where the gradient of the input in `slot` goes; null if it needs none.
  abstract Edge next(int slot);

  /// Runs the rules and hands the gradients on to `task`. The usual case: one gradient came in,
  /// nobody listens.
  abstract void run(GraphTask task, Tensor gradient);

  /// The gradients of the inputs, null where none is wanted; for nodes with several outputs or
  /// hooks.
  abstract Tensor[] gradients(GraphTask task, Tensor[] gradients);

  /// Forgets the saved tensors, so that their memory can be used again.
  abstract void release();

  @Override
  public final List<Edge> nextEdges() {
    List<Edge> edges = new ArrayList<>(slots());
    for (int slot = 0; slot < slots(); slot++) {
      edges.add(next(slot));
    }
    return edges;
  }

  /// The versions of tensors about to be saved, of which some may be null. Mostly all are 0; then
  /// the result is null, for a node should be small.
  static int[] versions(Tensor first, Tensor second, Tensor third) {
    return (version(first) | version(second) | version(third)) == 0
        ? null
        : new int[] {version(first), version(second), version(third)};
  }

  static int version(Tensor tensor) {
    return tensor == null ? 0 : tensor.version();
  }

  /// A saved tensor, if it is still there and unchanged (PyTorch: `SavedVariable::unpack`,
  /// `torch/csrc/autograd/saved_variable.cpp`).
  ///
  /// @param versions the versions when they were saved, in which the tensor's is at `index`; null
  ///   if all were 0
  final Tensor unpack(Tensor saved, int[] versions, int index, boolean isOutput) {
    if (saved == null) {
      throw new AutogradException(
          "Trying to backward through the graph a second time (or directly access saved tensors"
              + " after they have already been freed). Saved intermediate values of the graph are"
              + " freed when you call backward() or grad(): "
              + name()
              + " has none left. Use GradOptions.DEFAULT.retainGraph() in the first pass if you"
              + " need a second one.");
    }
    int savedVersion = versions == null ? 0 : versions[index];
    if (saved.version() != savedVersion) {
      Node maker = isOutput ? this : saved.gradFn();
      throw new AutogradException(
          "one of the variables needed for gradient computation has been modified by an inplace"
              + " operation: ["
              + saved.dtype()
              + " "
              + saved.shape()
              + "]"
              + (saved.name() == null ? "" : " '" + saved.name() + "'")
              + (maker == null
                  ? ""
                  : ", which is output " + saved.outputNr() + " of " + maker.name() + ",")
              + " is at version "
              + saved.version()
              + "; expected version "
              + savedVersion
              + " instead. "
              + name()
              + " saved it for its rule: change a clone() instead, or use the operation without"
              + " the underscore.");
    }
    return saved;
  }
}
