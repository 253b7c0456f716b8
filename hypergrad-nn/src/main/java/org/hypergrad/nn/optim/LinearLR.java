package org.hypergrad.nn.optim;

import org.hypergrad.optim.Optimizer;

/// Multiplies the learning rates by a factor that goes from `startFactor` to `endFactor` in even
/// steps, as to warm up.
public final class LinearLR extends LRScheduler {
  /// From a third of the learning rates to all of them, in 5 epochs.
  public LinearLR(Optimizer optimizer) {
    this(optimizer, 1.0 / 3, 1, 5);
  }

  /// From `startFactor` to `endFactor` in `totalIters` epochs.
  ///
  /// @throws IllegalArgumentException if `startFactor` is not in (0, 1\], `endFactor` not in \[0,
  ///   1\], or `totalIters` not positive
  public LinearLR(Optimizer optimizer, double startFactor, double endFactor, int totalIters) {
    if (!(startFactor > 0 && startFactor <= 1)) {
      throw new IllegalArgumentException(
          "Starting multiplicative factor expected to be greater than 0 and less or equal to 1."
              + " It is "
              + startFactor
              + ".");
    }
    if (!(endFactor >= 0 && endFactor <= 1)) {
      throw new IllegalArgumentException(
          "Ending multiplicative factor expected to be between 0 and 1. It is " + endFactor + ".");
    }
    Expect.positive("total_iters", totalIters);
    double change = endFactor - startFactor;
    super(
        optimizer,
        (epoch, lr, _, _) -> {
          if (epoch == 0) {
            return lr * startFactor;
          }
          return epoch > totalIters
              ? lr
              : lr * (1 + change / (totalIters * startFactor + (epoch - 1) * change));
        });
  }
}
