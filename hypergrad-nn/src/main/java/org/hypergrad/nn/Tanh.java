package org.hypergrad.nn;

import org.hypergrad.Tensor;

/// Hyperbolic tangent (PyTorch: `torch.nn.Tanh`).
public final class Tanh extends Activation {
  /// The activation.
  public Tanh() {
    super(Tensor::tanh);
  }
}
