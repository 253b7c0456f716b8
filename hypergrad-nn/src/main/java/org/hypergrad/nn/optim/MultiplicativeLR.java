package org.hypergrad.nn.optim;

import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hypergrad.optim.Optimizer;

/// Multiplies the learning rates every epoch by a function of the epoch.
public final class MultiplicativeLR extends LRScheduler {
  /// One function for all groups.
  public MultiplicativeLR(Optimizer optimizer, IntToDoubleFunction lambda) {
    this(optimizer, Collections.nCopies(optimizer.groups().size(), lambda));
  }

  /// A function for each group.
  ///
  /// @throws IllegalArgumentException if there are not as many functions as groups
  public MultiplicativeLR(Optimizer optimizer, List<IntToDoubleFunction> lambdas) {
    List<IntToDoubleFunction> checked = Expect.lambdas(lambdas, optimizer);
    super(
        optimizer,
        (epoch, lr, _, group) -> epoch == 0 ? lr : lr * checked.get(group).applyAsDouble(epoch));
  }

  @Override
  double atStart(double lr, double baseLr) {
    return lr; // it knows no rate but the present one
  }
}
