package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// (x − target)² / (2·beta) where |x − target| < beta, else |x − target| − beta/2 (PyTorch:
/// `torch.nn.SmoothL1Loss`).
public final class SmoothL1Loss extends Loss {
  private double beta = 1;

  /// The mean of the losses.
  public SmoothL1Loss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public SmoothL1Loss(Reduction reduction) {
    super(reduction);
  }

  /// Sets from where on it is linear, 1 if not set; 0 makes it an [L1Loss]; gives this loss.
  public SmoothL1Loss beta(double beta) {
    this.beta = beta;
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.smoothL1Loss(x, target, beta, reduction());
  }
}
