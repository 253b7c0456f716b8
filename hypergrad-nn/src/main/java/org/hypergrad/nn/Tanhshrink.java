package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x − tanh(x) (PyTorch: `torch.nn.Tanhshrink`).
public final class Tanhshrink extends Activation {
  /// The activation.
  public Tanhshrink() {
    super(Functional::tanhshrink);
  }
}
