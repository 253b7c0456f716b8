package org.hypergrad.nn;

import org.hypergrad.Functional;

/// The first half of x times the sigmoid of the second (PyTorch: `torch.nn.GLU`).
public final class GLU extends Activation {
  /// Halves the last dimension.
  public GLU() {
    this(-1);
  }

  /// Halves this dimension.
  public GLU(int dim) {
    super(x -> Functional.glu(x, dim), "dim", dim);
  }
}
