package org.hypergrad.nn;

import org.hypergrad.Functional;

/// An ELU that keeps mean 0 and variance 1, see [Functional#selu] (PyTorch: `torch.nn.SELU`).
public final class SELU extends Activation {
  /// The activation.
  public SELU() {
    super(Functional::selu);
  }
}
