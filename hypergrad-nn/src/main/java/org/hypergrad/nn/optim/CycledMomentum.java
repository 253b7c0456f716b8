package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.BETAS;
import static org.hypergrad.optim.Options.MOMENTUM;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.ParameterGroup;

/// What a scheduler cycles against the learning rate: the first of the betas, or else the momentum.
final class CycledMomentum {
  private CycledMomentum() {}

  /// Refuses an optimizer that has neither.
  static void check(Optimizer optimizer) {
    for (ParameterGroup group : optimizer.groups()) {
      if (!group.has(BETAS) && !group.has(MOMENTUM)) {
        throw new IllegalArgumentException(
            "optimizer must support momentum with `cycle_momentum` option enabled. "
                + optimizer.rule().name()
                + " has none: set cycle_momentum to false.");
      }
    }
  }

  static double get(ParameterGroup group) {
    return group.has(BETAS) ? group.get(BETAS).getFirst() : group.get(MOMENTUM);
  }

  static void set(ParameterGroup group, double momentum) {
    if (group.has(BETAS)) {
      List<Double> betas = new ArrayList<>(group.get(BETAS));
      betas.set(0, momentum);
      group.set(BETAS, List.copyOf(betas));
    } else {
      group.set(MOMENTUM, momentum);
    }
  }
}
