package org.hypergrad;

import java.util.function.UnaryOperator;
import org.hypergrad.autograd.Edge;

/// What only some tensors have (PyTorch: `AutogradMeta` and `ViewInfo` of
/// `torch/csrc/autograd/variable.h`).
final class AutogradMeta {
  private Tensor grad;
  String name;

  /// Whether [Tensor#grad] already warned that a result keeps no gradient.
  boolean warned;

  /// For a view: the tensor whose elements it shows, and that tensor's history when the view was
  /// made.
  Tensor base;

  Edge baseEdge;

  /// For a view: why it must not be written in place, or null.
  String noInPlace;

  boolean retainsGrad;

  // ---- the gradient, for one thread at a time

  /// The gradient, for somebody who may keep it.
  synchronized Tensor grad() {
    if (grad != null) {
      grad.escape();
    }
    return grad;
  }

  /// Lends the gradient, or null, to `change`; what it returns is the gradient from then on.
  synchronized void updateGrad(UnaryOperator<Tensor> change) {
    Tensor before = grad;
    Tensor changed = change.apply(before);
    if (changed == before) {
      return;
    }
    grad = changed;
    if (changed != null) {
      changed.becomeGradient();
    }
    if (before != null && (changed == null || !changed.sharesStorage(before))) {
      before.forgotten();
    }
  }
}
