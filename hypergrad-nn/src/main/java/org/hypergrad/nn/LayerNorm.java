package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// Brings the last dimensions of every sample to mean 0 and variance 1, then multiplies by a weight
/// and adds a bias, element by element (Ba, Kiros and Hinton, 2016, arXiv:1607.06450; PyTorch:
/// `torch.nn.LayerNorm`). It does the same in training and in evaluation.
///
/// The weight begins with ones, the bias with zeros.
public final class LayerNorm extends Block {
  private final Shape normalizedShape;
  private final double eps;
  private final Tensor weight;
  private final Tensor bias;

  /// With weight and bias, and 1e-5 added to the variance.
  ///
  /// @param normalizedShape the sizes of the last dimensions
  public LayerNorm(int... normalizedShape) {
    this(Shape.of(normalizedShape), 1e-5, true);
  }

  /// With or without weight and bias.
  ///
  /// @param normalizedShape the sizes of the last dimensions
  /// @param eps what is added to the variance
  /// @param elementwiseAffine whether there are weight and bias
  public LayerNorm(Shape normalizedShape, double eps, boolean elementwiseAffine) {
    this.normalizedShape = normalizedShape;
    this.eps = eps;
    Defaults defaults = Defaults.current();
    int[] sizes = normalizedShape.toArray();
    this.weight = parameter("weight", elementwiseAffine ? defaults.ones(sizes) : null);
    this.bias = parameter("bias", elementwiseAffine ? defaults.zeros(sizes) : null);
  }

  /// The factors, of the normalized shape, or null.
  public Tensor weight() {
    return weight;
  }

  /// What is added, of the normalized shape, or null.
  public Tensor bias() {
    return bias;
  }

  @Override
  protected Tensor forward(Tensor x) {
    return Functional.layerNorm(x, normalizedShape, weight, bias, eps);
  }

  @Override
  protected String settings() {
    return Settings.of("", normalizedShape, "eps", eps, "elementwise_affine", weight != null);
  }
}
