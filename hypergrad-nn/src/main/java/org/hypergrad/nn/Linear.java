package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Tensor;

/// y = x · weightᵀ + bias, for x of shape \[..., in\] (PyTorch: `torch.nn.Linear`).
///
/// Weight and bias begin uniform between ±1/√in, which is PyTorch's `kaiming_uniform_(a=√5)`.
public final class Linear extends Block {
  private final int inFeatures;
  private final int outFeatures;
  private final Tensor weight;
  private final Tensor bias;

  /// A layer with a bias.
  public Linear(int inFeatures, int outFeatures) {
    this(inFeatures, outFeatures, true);
  }

  /// A layer.
  ///
  /// @param bias whether a number is added to each output
  /// @throws IllegalArgumentException if a size is negative
  public Linear(int inFeatures, int outFeatures, boolean bias) {
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    double bound = inFeatures == 0 ? 0 : 1 / Math.sqrt(inFeatures);
    this.weight = parameter("weight", uniform(bound, outFeatures, inFeatures));
    this.bias = parameter("bias", bias ? uniform(bound, outFeatures) : null);
  }

  private static Tensor uniform(double bound, int... sizes) {
    Defaults defaults = Defaults.current();
    return Init.uniform_(defaults.zeros(sizes), -bound, bound, defaults.generator());
  }

  /// The weight, of shape \[out, in\].
  public Tensor weight() {
    return weight;
  }

  /// The bias, of shape \[out\], or null.
  public Tensor bias() {
    return bias;
  }

  @Override
  protected Tensor forward(Tensor x) {
    return Functional.linear(x, weight, bias);
  }

  @Override
  protected String settings() {
    return Settings.of(
        "in_features", inFeatures, "out_features", outFeatures, "bias", bias != null);
  }
}
