package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// (x − target)² (PyTorch: `torch.nn.MSELoss`).
public final class MSELoss extends Loss {
  /// The mean of the losses.
  public MSELoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public MSELoss(Reduction reduction) {
    super(reduction);
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.mseLoss(x, target, reduction());
  }
}
