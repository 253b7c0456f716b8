package org.hypergrad.nn.optim;

import org.hypergrad.optim.Optimizer;

/// Multiplies the learning rates by `factor` until `totalIters` epochs are over.
public final class ConstantLR extends LRScheduler {
  /// A third of the learning rates for 5 epochs.
  public ConstantLR(Optimizer optimizer) {
    this(optimizer, 1.0 / 3, 5);
  }

  /// `factor` times the learning rates for `totalIters` epochs.
  ///
  /// @throws IllegalArgumentException if the factor is not in (0, 1\]: what was multiplied by 0
  ///   cannot be restored
  public ConstantLR(Optimizer optimizer, double factor, int totalIters) {
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException(
          "Constant multiplicative factor expected to be between 0 and 1. It is "
              + factor
              + ", not in (0, 1].");
    }
    super(
        optimizer,
        (epoch, lr, _, _) -> {
          if (epoch == 0) {
            return lr * factor;
          }
          return epoch == totalIters ? lr * (1.0 / factor) : lr;
        });
  }
}
