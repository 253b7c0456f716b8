package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// x where the target is 1, max(0, margin − x) where it is −1, for a distance x (PyTorch:
/// `torch.nn.HingeEmbeddingLoss`).
public final class HingeEmbeddingLoss extends Loss {
  private double margin = 1;

  /// The mean of the losses.
  public HingeEmbeddingLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public HingeEmbeddingLoss(Reduction reduction) {
    super(reduction);
  }

  /// Sets how far apart things should be that are not alike, 1 if not set; gives this loss.
  public HingeEmbeddingLoss margin(double margin) {
    this.margin = margin;
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.hingeEmbeddingLoss(x, target, margin, reduction());
  }
}
