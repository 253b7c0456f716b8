package org.hypergrad.engine;

import java.util.List;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.NodeHooks;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;

/// Where a gradient ends: adds it to the `grad` of a leaf. Every leaf has exactly one, made when it
/// starts to require a gradient (PyTorch: `torch/csrc/autograd/functions/accumulate_grad.h`).
public final class AccumulateGrad extends RecordedNode {
  private final Tensor variable;

  AccumulateGrad(Tensor variable) {
    super(variable.shape(), variable.dtype());
    this.variable = variable;
  }

  /// The leaf.
  @Override
  public Tensor variable() {
    return variable;
  }

  @Override
  void run(GraphTask task, Tensor gradient) {
    accumulate(task, gradient);
  }

  /// Adds `gradient` to the leaf's, one thread at a time.
  void accumulate(GraphTask task, Tensor gradient) {
    if (!variable.requiresGrad()) {
      return;
    }
    variable.updateGrad(grad -> sum(task, grad, gradient));
    NodeHooks hooks = hooks();
    if (hooks != null) {
      hooks.afterAccumulation(variable);
    }
  }

  /// A first gradient becomes the leaf's own object: the one given if nobody else can see it, else
  /// a copy. A later one is added in place, but for a graph of gradients, which keeps the earlier
  /// tensor as it was.
  private static Tensor sum(GraphTask task, Tensor grad, Tensor gradient) {
    if (GradMode.enabled()) {
      return grad == null ? gradient.clone() : grad.add(gradient);
    }
    return grad == null ? owned(task, gradient) : grad.add_(gradient);
  }

  private static Tensor owned(GraphTask task, Tensor gradient) {
    if (gradient.isNumber()) {
      return Tensor.scalar(gradient.dtype(), gradient.number());
    }
    return task.isExclusive(gradient) ? gradient : gradient.detach().clone();
  }

  @Override
  Tensor[] gradients(GraphTask task, Tensor[] gradients) {
    accumulate(task, gradients[0]);
    return new Tensor[0];
  }

  @Override
  void release() {}

  @Override
  int slots() {
    return 0;
  }

  @Override
  Edge next(int slot) {
    throw new IndexOutOfBoundsException("AccumulateGrad is the end of its path");
  }

  @Override
  public List<Tensor> savedTensors() {
    return List.of();
  }

  @Override
  public Operation operation() {
    return null;
  }

  @Override
  public Attributes attributes() {
    return Attributes.NONE;
  }

  @Override
  public String name() {
    return "AccumulateGrad";
  }
}
