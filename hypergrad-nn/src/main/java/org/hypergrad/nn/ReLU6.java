package org.hypergrad.nn;

import org.hypergrad.Functional;

/// The number between 0 and 6 nearest to x (PyTorch: `torch.nn.ReLU6`).
public final class ReLU6 extends Activation {
  /// The activation.
  public ReLU6() {
    super(Functional::relu6);
  }
}
