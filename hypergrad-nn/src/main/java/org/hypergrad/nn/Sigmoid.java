package org.hypergrad.nn;

import org.hypergrad.Tensor;

/// 1 / (1 + e⁻ˣ) (PyTorch: `torch.nn.Sigmoid`).
public final class Sigmoid extends Activation {
  /// The activation.
  public Sigmoid() {
    super(Tensor::sigmoid);
  }
}
