package org.hypergrad.nn;

import org.hypergrad.Functional;

/// x · Φ(x), with the normal distribution Φ (PyTorch: `torch.nn.GELU`).
public final class GELU extends Activation {
  /// Computed exactly.
  public GELU() {
    this("none");
  }

  /// Computed in this way.
  ///
  /// @param approximate `none`, or `tanh` for a quicker form near to it
  public GELU(String approximate) {
    super(x -> Functional.gelu(x, approximate), "approximate", approximate);
  }
}
