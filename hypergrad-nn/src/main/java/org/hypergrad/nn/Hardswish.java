package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x · relu6(x + 3) / 6 (PyTorch: `torch.nn.Hardswish`).
public final class Hardswish extends Activation {
  /// The activation.
  public Hardswish() {
    super(Functional::hardswish);
  }
}
