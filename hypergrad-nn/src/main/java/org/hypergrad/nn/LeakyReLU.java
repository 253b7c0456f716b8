package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x where x > 0, else slope · x (PyTorch: `torch.nn.LeakyReLU`).
public final class LeakyReLU extends Activation {
  /// With the slope 0.01.
  public LeakyReLU() {
    this(0.01);
  }

  /// With this slope left of 0.
  public LeakyReLU(double negativeSlope) {
    super(x -> Functional.leakyRelu(x, negativeSlope), "negative_slope", negativeSlope);
  }
}
