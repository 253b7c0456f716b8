package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// [BCELoss] of sigmoid(x), in one pass and without overflow (PyTorch:
/// `torch.nn.BCEWithLogitsLoss`).
public final class BCEWithLogitsLoss extends Loss {
  private Tensor weight;
  private Tensor posWeight;

  /// The mean of the losses.
  public BCEWithLogitsLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public BCEWithLogitsLoss(Reduction reduction) {
    super(reduction);
  }

  /// Sets a factor on the loss of each element, broadcast; gives this loss.
  public BCEWithLogitsLoss weight(Tensor weight) {
    this.weight = buffer("weight", weight);
    return this;
  }

  /// Sets a factor on the part of positive targets, broadcast; gives this loss.
  public BCEWithLogitsLoss posWeight(Tensor posWeight) {
    this.posWeight = buffer("pos_weight", posWeight);
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.binaryCrossEntropyWithLogits(x, target, weight, posWeight, reduction());
  }
}
