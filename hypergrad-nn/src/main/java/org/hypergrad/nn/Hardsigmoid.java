package org.hypergrad.nn;

import org.hypergrad.Functional;

/// relu6(x + 3) / 6 (PyTorch: `torch.nn.Hardsigmoid`).
public final class Hardsigmoid extends Activation {
  /// The activation.
  public Hardsigmoid() {
    super(Functional::hardsigmoid);
  }
}
