package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.MAXIMIZE;
import static org.hypergrad.optim.Options.WEIGHT_DECAY;

import org.hypergrad.Tensor;
import org.hypergrad.optim.ParameterGroup;

/// The gradient an update rule goes by.
final class Gradients {
  private Gradients() {}

  /// The direction uphill: the gradient, or its opposite if the group maximizes; plus the gradient
  /// of weight_decay · ‖parameter‖² / 2.
  static Tensor of(Tensor gradient, Tensor parameter, ParameterGroup group) {
    Tensor directed = group.get(MAXIMIZE) ? gradient.neg() : gradient;
    double weightDecay = group.get(WEIGHT_DECAY);
    return weightDecay == 0 ? directed : directed.add(parameter, weightDecay);
  }
}
