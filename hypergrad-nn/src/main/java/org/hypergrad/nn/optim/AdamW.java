package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.AMSGRAD;
import static org.hypergrad.optim.Options.BETAS;
import static org.hypergrad.optim.Options.EPS;
import static org.hypergrad.optim.Options.MAXIMIZE;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;

/// [Adam] with decoupled weight decay: parameters shrink by themselves, and the averages see only
/// the gradient (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019; PyTorch:
/// `torch/optim/adamw.py`). The first step of the rule is
///
/// ```
/// θ ← θ · (1 - lr · weight_decay)
/// ```
///
/// and the rest is that of Adam without weight decay.
public final class AdamW extends Optimizer {
  private static final Attribute<Double> LR = Options.LR.withDefault(1e-3);
  private static final Attribute<Double> WEIGHT_DECAY = Options.WEIGHT_DECAY.withDefault(1e-2);

  /// With the learning rate 0.001.
  public AdamW(List<Tensor> parameters) {
    this(parameters, Attributes.NONE);
  }

  /// With this learning rate, and else the defaults.
  public AdamW(List<Tensor> parameters, double lr) {
    this(parameters, Attributes.of(LR, lr));
  }

  /// One group with these options.
  public AdamW(List<Tensor> parameters, Attributes options) {
    this(options, ParameterGroup.of(parameters));
  }

  /// Several groups: what one does not set itself, `options` set for all.
  public AdamW(Attributes options, ParameterGroup... groups) {
    super(new Rule(), List.of(groups), options);
  }

  /// The service `adamw`.
  public static final class Rule implements OptimizerProvider {
    @Override
    public String name() {
      return "adamw";
    }

    @Override
    public List<Attribute<?>> options() {
      return List.of(LR, BETAS, EPS, WEIGHT_DECAY, AMSGRAD, MAXIMIZE);
    }

    @Override
    public void update(
        Tensor parameter, Tensor gradient, ParameterGroup group, ParameterState state) {
      Adam.Rule.update(parameter, gradient, group, state, true);
    }
  }
}
