package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x where x > 0, else alpha · (e^(x / alpha) − 1) (PyTorch: `torch.nn.CELU`).
public final class CELU extends Activation {
  /// With alpha 1.
  public CELU() {
    this(1);
  }

  /// Goes to −alpha at −∞.
  public CELU(double alpha) {
    super(x -> Functional.celu(x, alpha), "alpha", alpha);
  }
}
