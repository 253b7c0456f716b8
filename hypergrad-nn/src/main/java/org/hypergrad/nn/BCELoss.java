package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// −(target · log(x) + (1 − target) · log(1 − x)) for probabilities x (PyTorch:
/// `torch.nn.BCELoss`).
public final class BCELoss extends Loss {
  private Tensor weight;

  /// The mean of the losses.
  public BCELoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public BCELoss(Reduction reduction) {
    super(reduction);
  }

  /// Sets a factor on the loss of each element, broadcast; gives this loss.
  public BCELoss weight(Tensor weight) {
    this.weight = buffer("weight", weight);
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.binaryCrossEntropy(x, target, weight, reduction());
  }
}
