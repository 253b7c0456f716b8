package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// −x\[target\] for log-probabilities x of shape \[n, classes, ...\] and targets of int64 (PyTorch:
/// `torch.nn.NLLLoss`).
public final class NLLLoss extends Loss {
  private Tensor weight;
  private int ignoreIndex = -100;

  /// The mean of the losses.
  public NLLLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public NLLLoss(Reduction reduction) {
    super(reduction);
  }

  /// Sets a factor for each class, of shape \[classes\]; gives this loss.
  public NLLLoss weight(Tensor weight) {
    this.weight = buffer("weight", weight);
    return this;
  }

  /// Sets a target that does not count, −100 if not set; gives this loss.
  public NLLLoss ignoreIndex(int ignoreIndex) {
    this.ignoreIndex = ignoreIndex;
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.nllLoss(x, target, weight, ignoreIndex, reduction());
  }
}
