package com.example.lion;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.OptimizerProvider;

/// Lion: every element moves by `lr`, in the direction that the gradient and its running average
/// agree on (Chen et al., "Symbolic Discovery of Optimization Algorithms", 2023, algorithm 2). For
/// a parameter θ with the gradient g:
///
/// ```
/// θ ← θ - lr · (sign(β₁ · m + (1 - β₁) · g) + weight_decay · θ)
/// m ← β₂ · m + (1 - β₂) · g
/// ```
///
/// It keeps one number per element where Adam keeps two, and wants a learning rate some 3 to 10
/// times smaller.
public final class Lion implements OptimizerProvider {
  private static final Attribute<Double> LR = Options.LR.withDefault(1e-4);
  private static final Attribute<List<Double>> BETAS =
      Options.BETAS.withDefault(List.of(0.9, 0.99));

  @Override
  public String name() {
    return "lion";
  }

  @Override
  public List<Attribute<?>> options() {
    return List.of(LR, BETAS, Options.WEIGHT_DECAY);
  }

  @Override
  public void update(Tensor parameter, Tensor grad, ParameterGroup group, ParameterState state) {
    double lr = group.get(LR);
    double beta1 = group.get(BETAS).get(0);
    double beta2 = group.get(BETAS).get(1);
    Tensor average = state.zeros("exp_avg");
    Tensor direction = average.mul(beta1).add(grad, 1 - beta1).sign();
    parameter.mul_(1 - lr * group.get(Options.WEIGHT_DECAY)).add_(direction, -lr);
    average.mul_(beta2).add_(grad, 1 - beta2);
  }
}
