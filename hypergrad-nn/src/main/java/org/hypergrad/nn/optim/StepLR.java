package org.hypergrad.nn.optim;

import org.hypergrad.optim.Optimizer;

/// Multiplies the learning rates by `gamma` every `stepSize` epochs.
public final class StepLR extends LRScheduler {
  /// Divides by 10 every `stepSize` epochs.
  public StepLR(Optimizer optimizer, int stepSize) {
    this(optimizer, stepSize, 0.1);
  }

  /// Multiplies by `gamma` every `stepSize` epochs.
  ///
  /// @throws IllegalArgumentException if `stepSize` is not positive
  public StepLR(Optimizer optimizer, int stepSize, double gamma) {
    Expect.positive("step_size", stepSize);
    super(optimizer, (epoch, lr, _, _) -> epoch == 0 || epoch % stepSize != 0 ? lr : lr * gamma);
  }
}
