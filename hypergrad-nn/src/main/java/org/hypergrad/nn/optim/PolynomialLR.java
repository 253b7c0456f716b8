package org.hypergrad.nn.optim;

import org.hypergrad.optim.Optimizer;

/// Lets the learning rates go to 0 in `totalIters` epochs, as (1 - epoch / totalIters) to a power.
public final class PolynomialLR extends LRScheduler {
  /// A straight line to 0, in 5 epochs.
  public PolynomialLR(Optimizer optimizer) {
    this(optimizer, 5, 1);
  }

  /// To 0 in `totalIters` epochs.
  ///
  /// @throws IllegalArgumentException if `totalIters` is not positive
  public PolynomialLR(Optimizer optimizer, int totalIters, double power) {
    Expect.positive("total_iters", totalIters);
    double total = totalIters;
    super(
        optimizer,
        (epoch, lr, _, _) ->
            epoch == 0 || epoch > totalIters
                ? lr
                : lr * Math.pow((1 - epoch / total) / (1 - (epoch - 1) / total), power));
  }
}
