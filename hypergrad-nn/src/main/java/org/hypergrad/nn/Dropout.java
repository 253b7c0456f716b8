package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Tensor;

/// While training, sets elements to 0 with probability p and divides the others by 1 − p, so that
/// the network cannot rely on any single one (Hinton et al., 2012, arXiv:1207.0580). In evaluation
/// mode it does nothing (PyTorch: `torch.nn.Dropout`).
public final class Dropout extends Block {
  private final double p;

  /// With probability 1/2.
  public Dropout() {
    this(0.5);
  }

  /// With probability p.
  ///
  /// @throws IllegalArgumentException if it is not between 0 and 1
  public Dropout(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "dropout probability has to be between 0 and 1, but got " + p);
    }
    this.p = p;
  }

  @Override
  protected Tensor forward(Tensor x) {
    return Functional.dropout(x, p, isTraining());
  }

  @Override
  protected String settings() {
    return Settings.of("p", p, "inplace", false);
  }
}
