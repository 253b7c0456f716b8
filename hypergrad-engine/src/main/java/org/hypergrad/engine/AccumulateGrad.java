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

  /// Adds `gradient` to the leaf's, one thread at a time. A first gradient becomes the leaf's own
  /// object: the one given if nobody else can see it, else a copy. A later one is added in place,
  /// but for a graph of gradients, which keeps the earlier tensor as it was.
  void accumulate(GraphTask task, Tensor gradient) {
    if (!variable.requiresGrad()) {
      return;
    }
    synchronized (this) {
      Tensor grad = variable.grad();
      if (grad == null) {
        variable.setGrad(GradMode.enabled() ? gradient.clone() : owned(task, gradient));
      } else if (GradMode.enabled()) {
        variable.setGrad(grad.add(gradient));
      } else {
        grad.add_(gradient);
      }
    }
    NodeHooks hooks = hooks();
    if (hooks != null) {
      hooks.afterAccumulation(variable);
    }
  }

  private static Tensor owned(GraphTask task, Tensor gradient) {
    if (gradient.isNumber()) {
      return Tensor.scalar(gradient.dtype(), gradient.number());
    }
    if (task.isExclusive(gradient)) {
      gradient.storage().escape();
      return gradient;
    }
    Tensor copy = gradient.detach().clone();
    copy.storage().escape();
    return copy;
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
