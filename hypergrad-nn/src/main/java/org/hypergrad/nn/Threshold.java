package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x where x > threshold, else value (PyTorch: `torch.nn.Threshold`).
public final class Threshold extends Activation {
  /// With these; there are no defaults.
  public Threshold(double threshold, double value) {
    super(x -> Functional.threshold(x, threshold, value), "threshold", threshold, "value", value);
  }
}
