package org.hypergrad.nn;

import org.hypergrad.Tensor;

/// max(x, 0) (PyTorch: `torch.nn.ReLU`).
public final class ReLU extends Activation {
  /// The activation.
  public ReLU() {
    super(Tensor::relu);
  }
}
