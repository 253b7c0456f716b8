package org.hypergrad.nn.optim;

import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hypergrad.optim.Optimizer;

/// The initial learning rates times a function of the epoch.
public final class LambdaLR extends LRScheduler {
  /// One function for all groups.
  public LambdaLR(Optimizer optimizer, IntToDoubleFunction lambda) {
    this(optimizer, Collections.nCopies(optimizer.groups().size(), lambda));
  }

  /// A function for each group.
  ///
  /// @throws IllegalArgumentException if there are not as many functions as groups
  public LambdaLR(Optimizer optimizer, List<IntToDoubleFunction> lambdas) {
    List<IntToDoubleFunction> checked = Expect.lambdas(lambdas, optimizer);
    super(
        optimizer, (epoch, _, initial, group) -> initial * checked.get(group).applyAsDouble(epoch));
  }
}
