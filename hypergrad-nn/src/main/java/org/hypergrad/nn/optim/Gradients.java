package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.MAXIMIZE;
import static org.hypergrad.optim.Options.WEIGHT_DECAY;

import org.hypergrad.Tensor;
import org.hypergrad.optim.ParameterGroup;

/// The gradients that update rules go by.
final class Gradients {
  private Gradients() {}

  /// The gradient of what is minimized: of the opposite, if the group maximizes.
  static Tensor directed(Tensor gradient, ParameterGroup group) {
    return group.get(MAXIMIZE) ? gradient.neg() : gradient;
  }

  /// The same for what is minimized with an L2 penalty, weight_decay · ‖θ‖² / 2, beside it.
  static Tensor decayed(Tensor gradient, Tensor parameter, ParameterGroup group) {
    double weightDecay = group.get(WEIGHT_DECAY);
    Tensor directed = directed(gradient, group);
    return weightDecay == 0 ? directed : directed.add(parameter, weightDecay);
  }
}
