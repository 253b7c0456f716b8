package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x / (1 + |x|) (PyTorch: `torch.nn.Softsign`).
public final class Softsign extends Activation {
  /// The activation.
  public Softsign() {
    super(Functional::softsign);
  }
}
