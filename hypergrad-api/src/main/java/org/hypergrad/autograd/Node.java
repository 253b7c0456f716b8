package org.hypergrad.autograd;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;

/// A node of the backward graph: what an operation of the forward pass left behind so that its
/// gradient can be computed (PyTorch: `torch/csrc/autograd/function.h`, `struct Node`; in Python,
/// `tensor.grad_fn`).
///
/// A node takes as many gradients as its operation had outputs, and hands on one for each of its
/// [#nextEdges]. Engines make nodes; operations only describe them.
public abstract non-sealed class Node extends Edge {
  private static final AtomicLong SEQUENCE = new AtomicLong();

  private final long sequenceNr = SEQUENCE.getAndIncrement();
  private final Shape shape;
  private final DType dtype;
  private NodeHooks hooks;

  /// A node younger than all that exist, for an operation whose first output has this shape and
  /// type.
  protected Node(Shape shape, DType dtype) {
    this.shape = shape;
    this.dtype = dtype;
  }

  /// The place in the order of creation, process-wide: whatever consumes a tensor is younger than
  /// what made it, so "youngest first" is a topological order of every graph.
  public final long sequenceNr() {
    return sequenceNr;
  }

  /// The name as PyTorch gives it: `MulBackward0`, `AccumulateGrad`.
  public abstract String name();

  /// One entry per input of the forward operation: where its gradient goes, or null if it needs
  /// none.
  public abstract List<Edge> nextEdges();

  /// The tensors kept for the rule, in PyTorch's words *saved tensors*.
  ///
  /// @throws AutogradException if they were released by an earlier backward pass or changed in
  ///   place since
  public abstract List<Tensor> savedTensors();

  /// Which input of the operation a saved tensor is: PyTorch says it by names, as `_saved_self`.
  ///
  /// @param index its place among [#savedTensors]
  /// @return -1 for a result, for whatever else the operation keeps, and where the engine does not
  ///   know
  public int savedInput(int index) {
    return -1;
  }

  /// The plain number that the operation was given as input `slot`, as the 2 of `x.mul(2)`, whether
  /// a rule needs it or not, also after a backward pass; null for a tensor, and where the engine
  /// does not know.
  public Tensor number(int slot) {
    return null;
  }

  /// The shape of the tensor that the operation was given as input `slot`, if that needs no
  /// gradient, whether a rule needs it or not; null otherwise, and where the engine does not know.
  public Shape constantShape(int slot) {
    return null;
  }

  /// The operation it is a record of; null for AccumulateGrad.
  public abstract Operation operation();

  /// The settings the operation was called with.
  public abstract Attributes attributes();

  /// How many gradients the node takes: the number of outputs of the forward operation.
  public int inputCount() {
    return 1;
  }

  /// The shape of the gradient taken at `inputNr`.
  public Shape gradientShape(int inputNr) {
    return shape;
  }

  /// The element type of the gradient taken at `inputNr`.
  public DType gradientDtype(int inputNr) {
    return dtype;
  }

  /// The leaf whose gradient this node accumulates; null for every other node.
  public Tensor variable() {
    return null;
  }

  /// The hooks registered here, or null while there are none.
  public final NodeHooks hooks() {
    return hooks;
  }

  /// The hooks registered here, to add one.
  public final synchronized NodeHooks editHooks() {
    if (hooks == null) {
      hooks = new NodeHooks();
    }
    return hooks;
  }

  @Override
  public final Node node() {
    return this;
  }

  @Override
  public final int inputNr() {
    return 0;
  }

  @Override
  public String toString() {
    return name();
  }
}
