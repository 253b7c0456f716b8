package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// Half of (x − target)² where |x − target| ≤ delta, and on both sides its tangent (PyTorch:
/// `torch.nn.HuberLoss`).
public final class HuberLoss extends Loss {
  private double delta = 1;

  /// The mean of the losses.
  public HuberLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public HuberLoss(Reduction reduction) {
    super(reduction);
  }

  /// Sets from where on it is linear, 1 if not set; gives this loss.
  public HuberLoss delta(double delta) {
    this.delta = delta;
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.huberLoss(x, target, delta, reduction());
  }
}
