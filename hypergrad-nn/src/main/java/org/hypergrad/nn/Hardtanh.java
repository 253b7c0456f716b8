package org.hypergrad.nn;

import org.hypergrad.Functional;

/// The number between two bounds that is nearest to x (PyTorch: `torch.nn.Hardtanh`).
public final class Hardtanh extends Activation {
  /// From −1 to 1.
  public Hardtanh() {
    this(-1, 1);
  }

  /// From min to max.
  public Hardtanh(double min, double max) {
    super(x -> Functional.hardtanh(x, min, max), "min_val", min, "max_val", max);
  }
}
