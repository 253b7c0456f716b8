package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// log(1 + e^(−target · x)) for scores x and targets of −1 or 1 (PyTorch:
/// `torch.nn.SoftMarginLoss`).
public final class SoftMarginLoss extends Loss {
  /// The mean of the losses.
  public SoftMarginLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public SoftMarginLoss(Reduction reduction) {
    super(reduction);
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.softMarginLoss(x, target, reduction());
  }
}
