package org.hypergrad.nn;

import org.hypergrad.Functional;

/// e⁻ˣ / Σ e⁻ˣ along a dimension (PyTorch: `torch.nn.Softmin`).
public final class Softmin extends Activation {
  /// Along this dimension; negative counts from the end.
  public Softmin(int dim) {
    super(x -> Functional.softmin(x, dim), "dim", dim);
  }
}
