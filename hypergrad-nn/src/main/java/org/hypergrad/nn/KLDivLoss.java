package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// target · (log(target) − x) for log-probabilities x (PyTorch: `torch.nn.KLDivLoss`).
public final class KLDivLoss extends Loss {
  private boolean logTarget;
  private boolean batchMean;

  /// The mean of the losses.
  public KLDivLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public KLDivLoss(Reduction reduction) {
    super(reduction);
  }

  /// Takes targets as logarithms; gives this loss.
  public KLDivLoss logTarget() {
    this.logTarget = true;
    return this;
  }

  /// Divides the sum by the number of samples only, which is the mean of the divergences: PyTorch's
  /// reduction `batchmean`; gives this loss.
  public KLDivLoss batchMean() {
    this.batchMean = true;
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return batchMean
        ? Functional.klDiv(x, target, logTarget, Reduction.SUM).div((long) x.size(0))
        : Functional.klDiv(x, target, logTarget, reduction());
  }
}
