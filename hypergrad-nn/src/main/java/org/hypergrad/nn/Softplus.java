package org.hypergrad.nn;

import org.hypergrad.Functional;

/// log(1 + e^(beta·x)) / beta (PyTorch: `torch.nn.Softplus`).
public final class Softplus extends Activation {
  /// log(1 + eˣ)
  public Softplus() {
    this(1, 20);
  }

  /// With this steepness.
  ///
  /// @param beta the steepness
  /// @param threshold above which beta·x is taken as it is
  public Softplus(double beta, double threshold) {
    super(x -> Functional.softplus(x, beta, threshold), "beta", beta, "threshold", threshold);
  }
}
