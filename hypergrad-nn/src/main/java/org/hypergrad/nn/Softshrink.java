package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x brought nearer to 0 by lambda, or to 0 (PyTorch: `torch.nn.Softshrink`).
public final class Softshrink extends Activation {
  /// With lambda 0.5.
  public Softshrink() {
    this(0.5);
  }

  /// With this lambda, not negative.
  public Softshrink(double lambda) {
    super(x -> Functional.softshrink(x, lambda), "", lambda);
  }
}
