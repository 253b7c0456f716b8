package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x where x > 0, else alpha · (eˣ − 1) (PyTorch: `torch.nn.ELU`).
public final class ELU extends Activation {
  /// With alpha 1.
  public ELU() {
    this(1);
  }

  /// Goes to −alpha at −∞.
  public ELU(double alpha) {
    super(x -> Functional.elu(x, alpha), "alpha", alpha);
  }
}
