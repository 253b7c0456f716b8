package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// |x − target| (PyTorch: `torch.nn.L1Loss`).
public final class L1Loss extends Loss {
  /// The mean of the losses.
  public L1Loss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public L1Loss(Reduction reduction) {
    super(reduction);
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.l1Loss(x, target, reduction());
  }
}
