package org.hypergrad.nn.optim;

import static org.hypergrad.nn.optim.FusedUpdate.array;
import static org.hypergrad.optim.Options.AMSGRAD;
import static org.hypergrad.optim.Options.BETAS;
import static org.hypergrad.optim.Options.EPS;
import static org.hypergrad.optim.Options.MAXIMIZE;
import static org.hypergrad.optim.Options.WEIGHT_DECAY;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;
import org.hypergrad.spi.AdamStep;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;

/// Adam: steps along the running average of the gradient, divided by that of its size, so that
/// every element moves by about `lr` (Kingma and Ba, "Adam: A Method for Stochastic Optimization",
/// 2015; PyTorch: `torch/optim/adam.py`). For a parameter θ with the gradient g, in step t:
///
/// ```
/// g ← -g                              if maximize
/// g ← g + weight_decay · θ
/// m ← β₁ · m + (1 - β₁) · g
/// v ← β₂ · v + (1 - β₂) · g²
/// w ← max(w, v)                       if amsgrad, else w ← v
/// θ ← θ - lr / (1 - β₁ᵗ) · m / (√w / √(1 - β₂ᵗ) + eps)
/// ```
///
/// `amsgrad` is from Reddi, Kale and Kumar, "On the Convergence of Adam and Beyond" (2018). As in
/// PyTorch it takes the largest of the averages before they are corrected for their start at 0.
public final class Adam extends Optimizer {
  private static final Attribute<Double> LR = Options.LR.withDefault(1e-3);

  /// With the learning rate 0.001.
  public Adam(List<Tensor> parameters) {
    this(parameters, Attributes.NONE);
  }

  /// With this learning rate, and else the defaults.
  public Adam(List<Tensor> parameters, double lr) {
    this(parameters, Attributes.of(LR, lr));
  }

  /// One group with these options.
  public Adam(List<Tensor> parameters, Attributes options) {
    this(options, ParameterGroup.of(parameters));
  }

  /// Several groups: what one does not set itself, `options` set for all.
  public Adam(Attributes options, ParameterGroup... groups) {
    super(new Rule(), List.of(groups), options);
  }

  /// The service `adam`.
  public static final class Rule implements OptimizerProvider {
    @Override
    public String name() {
      return "adam";
    }

    @Override
    public List<Attribute<?>> options() {
      return List.of(LR, BETAS, EPS, WEIGHT_DECAY, AMSGRAD, MAXIMIZE);
    }

    @Override
    public void update(
        Tensor parameter, Tensor gradient, ParameterGroup group, ParameterState state) {
      update(parameter, gradient, group, state, false);
    }

    /// A step of Adam, or of AdamW if the weight decay is decoupled.
    static void update(
        Tensor parameter,
        Tensor gradient,
        ParameterGroup group,
        ParameterState state,
        boolean decoupled) {
      AdamStep step =
          new AdamStep(
              group.get(LR),
              group.get(BETAS).get(0),
              group.get(BETAS).get(1),
              group.get(EPS),
              group.get(WEIGHT_DECAY),
              decoupled,
              group.get(MAXIMIZE),
              state.countStep());
      Tensor mean = state.zeros("exp_avg");
      Tensor square = state.zeros("exp_avg_sq");
      Tensor largest = group.get(AMSGRAD) ? state.zeros("max_exp_avg_sq") : null;
      FusedUpdate.run(
          parameter,
          gradient,
          (kernels, n, p, g) ->
              kernels.adam(step, n, p, g, array(mean), array(square), array(largest)));
    }
  }
}
