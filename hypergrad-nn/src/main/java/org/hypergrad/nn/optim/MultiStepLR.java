package org.hypergrad.nn.optim;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.optim.Optimizer;

/// Multiplies the learning rates by `gamma` at each of some epochs; twice where one is named twice.
public final class MultiStepLR extends LRScheduler {
  /// Divides by 10 at these epochs.
  public MultiStepLR(Optimizer optimizer, int... milestones) {
    this(optimizer, Arrays.stream(milestones).boxed().toList(), 0.1);
  }

  /// Multiplies by `gamma` at these epochs.
  public MultiStepLR(Optimizer optimizer, List<Integer> milestones, double gamma) {
    List<Integer> epochs = List.copyOf(milestones);
    super(
        optimizer,
        (epoch, lr, _, _) -> {
          long times = epochs.stream().filter(milestone -> milestone == epoch).count();
          return times == 0 ? lr : lr * Math.pow(gamma, times);
        });
  }
}
