package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.AMSGRAD;
import static org.hypergrad.optim.Options.BETAS;
import static org.hypergrad.optim.Options.EPS;
import static org.hypergrad.optim.Options.LR;

import org.hypergrad.Tensor;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;

/// What Adam and AdamW have in common: running averages of the gradient and of its square, and the
/// step they lead to.
final class AdamMoments {
  private AdamMoments() {}

  /// Takes the gradient g into the averages and moves the parameter.
  static void update(Tensor parameter, Tensor g, ParameterGroup group, ParameterState state) {
    double beta1 = group.get(BETAS).get(0);
    double beta2 = group.get(BETAS).get(1);
    long step = state.countStep();
    Tensor m = state.zeros("exp_avg");
    Tensor v = state.zeros("exp_avg_sq");
    m.mul_(beta1).add_(g, 1 - beta1);
    v.mul_(beta2).add_(g.square(), 1 - beta2);

    // zeros at the start pull both averages towards 0 by these factors
    double correction1 = 1 - Math.pow(beta1, step);
    double correction2 = 1 - Math.pow(beta2, step);
    Tensor scale = group.get(AMSGRAD) ? largest(v, state) : v;
    Tensor denominator = scale.sqrt().div_(Math.sqrt(correction2)).add_(group.get(EPS));
    parameter.add_(m.div(denominator), -group.get(LR) / correction1);
  }

  private static Tensor largest(Tensor v, ParameterState state) {
    Tensor largest = state.zeros("max_exp_avg_sq");
    return largest.copy_(largest.maximum(v));
  }
}
