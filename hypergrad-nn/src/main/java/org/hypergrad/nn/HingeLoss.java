package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// max(0, 1 − target · x) for scores x and targets of −1 or 1: the max-margin loss of support
/// vector machines, with which micrograd trains. PyTorch has none; its [HingeEmbeddingLoss] is
/// another one.
public final class HingeLoss extends Loss {
  /// The mean of the losses.
  public HingeLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public HingeLoss(Reduction reduction) {
    super(reduction);
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.hingeLoss(x, target, reduction());
  }
}
