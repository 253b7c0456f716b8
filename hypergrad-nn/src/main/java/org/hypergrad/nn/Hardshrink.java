package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x where |x| > lambda, else 0 (PyTorch: `torch.nn.Hardshrink`).
public final class Hardshrink extends Activation {
  /// With lambda 0.5.
  public Hardshrink() {
    this(0.5);
  }

  /// With this lambda.
  public Hardshrink(double lambda) {
    super(x -> Functional.hardshrink(x, lambda), "", lambda);
  }
}
