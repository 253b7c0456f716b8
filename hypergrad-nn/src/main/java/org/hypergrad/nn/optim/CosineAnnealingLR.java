package org.hypergrad.nn.optim;

import static java.lang.Math.PI;
import static java.lang.Math.cos;

import org.hypergrad.optim.Optimizer;

/// Lets the learning rates swing between their initial values and `etaMin`, half a cosine in `tMax`
/// epochs (Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017,
/// without the restarts). Recursive, as PyTorch's.
public final class CosineAnnealingLR extends LRScheduler {
  private final double etaMin;

  /// Down to 0 in `tMax` epochs, and up again.
  public CosineAnnealingLR(Optimizer optimizer, int tMax) {
    this(optimizer, tMax, 0);
  }

  /// Down to `etaMin` in `tMax` epochs, and up again.
  ///
  /// @throws IllegalArgumentException if `tMax` is not positive
  public CosineAnnealingLR(Optimizer optimizer, int tMax, double etaMin) {
    Expect.positive("T_max", tMax);
    this.etaMin = etaMin;
    super(
        optimizer,
        (epoch, lr, initial, _) -> {
          if (epoch == 0) {
            return lr;
          }
          if ((epoch - 1 - tMax) % (2 * tMax) == 0) { // the last one was the lowest
            return lr + (initial - etaMin) * (1 - cos(PI / tMax)) / 2;
          }
          return (1 + cos(PI * epoch / tMax)) / (1 + cos(PI * (epoch - 1) / tMax)) * (lr - etaMin)
              + etaMin;
        });
  }

  @Override
  double atStart(double lr, double baseLr) {
    return etaMin + (baseLr - etaMin) * 2 / 2; // PyTorch's, with its rounding
  }
}
