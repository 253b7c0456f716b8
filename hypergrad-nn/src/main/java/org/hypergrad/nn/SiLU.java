package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x · sigmoid(x), also called swish (PyTorch: `torch.nn.SiLU`).
public final class SiLU extends Activation {
  /// The activation.
  public SiLU() {
    super(Functional::silu);
  }
}
