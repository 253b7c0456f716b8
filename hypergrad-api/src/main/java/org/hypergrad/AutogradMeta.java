package org.hypergrad;

import org.hypergrad.autograd.Edge;

/// What only some tensors have (PyTorch: `AutogradMeta` and `ViewInfo` of
/// `torch/csrc/autograd/variable.h`).
final class AutogradMeta {
  Tensor grad;
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
}
