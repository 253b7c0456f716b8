package org.hypergrad.nn.optim;

import org.hypergrad.optim.Optimizer;

/// Multiplies the learning rates by `gamma` every epoch.
public final class ExponentialLR extends LRScheduler {
  /// Multiplies by `gamma`.
  public ExponentialLR(Optimizer optimizer, double gamma) {
    super(optimizer, (epoch, lr, _, _) -> epoch == 0 ? lr : lr * gamma);
  }
}
