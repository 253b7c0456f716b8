package org.hypergrad.nn.optim;

import static java.lang.Math.PI;
import static java.lang.Math.cos;

import org.hypergrad.optim.Optimizer;

/// Lets the learning rates go down by half a cosine and jump up again, each time after `tMult`
/// times as many epochs (Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm
/// Restarts", 2017).
public final class CosineAnnealingWarmRestarts extends LRScheduler {
  /// Down to 0 every `t0` epochs.
  public CosineAnnealingWarmRestarts(Optimizer optimizer, int t0) {
    this(optimizer, t0, 1, 0);
  }

  /// Down to `etaMin` in `t0` epochs, then in `t0 · tMult`, and so on.
  ///
  /// @throws IllegalArgumentException if `t0` or `tMult` is not positive
  public CosineAnnealingWarmRestarts(Optimizer optimizer, int t0, int tMult, double etaMin) {
    Expect.positive("T_0", t0);
    if (tMult < 1) {
      throw new IllegalArgumentException("Expected integer T_mult >= 1, but got " + tMult);
    }
    super(
        optimizer,
        (epoch, _, initial, _) -> {
          long current = tMult == 1 ? epoch % t0 : epoch;
          long length = t0;
          while (current >= length) {
            current -= length;
            length *= tMult;
          }
          return etaMin + (initial - etaMin) * (1 + cos(PI * current / length)) / 2;
        });
  }
}
