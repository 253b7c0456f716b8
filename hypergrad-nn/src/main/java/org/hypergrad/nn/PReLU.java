package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Tensor;

/// x where x > 0, else slope · x, with a slope that is learned (He et al., 2015, arXiv:1502.01852;
/// PyTorch: `torch.nn.PReLU`).
public final class PReLU extends Block {
  private final Tensor weight;

  /// One slope for all, 1/4 at first.
  public PReLU() {
    this(1, 0.25);
  }

  /// Several slopes, or one.
  ///
  /// @param numParameters 1, or the size of dimension 1, for a slope for each index of it
  /// @param initial what they are at first
  public PReLU(int numParameters, double initial) {
    this.weight =
        parameter("weight", Init.constant_(Defaults.current().zeros(numParameters), initial));
  }

  /// The slopes, of shape \[numParameters\].
  public Tensor weight() {
    return weight;
  }

  @Override
  protected Tensor forward(Tensor x) {
    return Functional.prelu(x, weight);
  }

  @Override
  protected String settings() {
    return Settings.of("num_parameters", weight.numel());
  }
}
