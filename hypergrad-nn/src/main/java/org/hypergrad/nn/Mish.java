package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x · tanh(softplus(x)) (PyTorch: `torch.nn.Mish`).
public final class Mish extends Activation {
  /// The activation.
  public Mish() {
    super(Functional::mish);
  }
}
