package org.hypergrad.nn.optim;

import static org.hypergrad.nn.optim.FusedUpdate.array;
import static org.hypergrad.optim.Options.ALPHA;
import static org.hypergrad.optim.Options.CENTERED;
import static org.hypergrad.optim.Options.EPS;
import static org.hypergrad.optim.Options.MAXIMIZE;
import static org.hypergrad.optim.Options.MOMENTUM;
import static org.hypergrad.optim.Options.WEIGHT_DECAY;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;
import org.hypergrad.spi.RmspropStep;

/// RMSprop: divides the gradient by a running average of its size (Hinton, lecture 6e of "Neural
/// Networks for Machine Learning", 2012; `centered` is from Graves, "Generating Sequences With
/// Recurrent Neural Networks", 2013; PyTorch: `torch/optim/rmsprop.py`). For a parameter θ with the
/// gradient g:
///
/// ```
/// g ← -g                              if maximize
/// g ← g + weight_decay · θ
/// v ← alpha · v + (1 - alpha) · g²
/// a ← alpha · a + (1 - alpha) · g     if centered
/// s ← √(v - a²) + eps                 if centered, else s ← √v + eps
/// b ← momentum · b + g / s            if momentum > 0, else b ← g / s
/// θ ← θ - lr · b
/// ```
///
/// As in PyTorch eps is added to the root; TensorFlow adds it below.
public final class RMSprop extends Optimizer {
  private static final Attribute<Double> LR = Options.LR.withDefault(1e-2);

  /// With the learning rate 0.01.
  public RMSprop(List<Tensor> parameters) {
    this(parameters, Attributes.NONE);
  }

  /// With this learning rate, and else the defaults.
  public RMSprop(List<Tensor> parameters, double lr) {
    this(parameters, Attributes.of(LR, lr));
  }

  /// One group with these options.
  public RMSprop(List<Tensor> parameters, Attributes options) {
    this(options, ParameterGroup.of(parameters));
  }

  /// Several groups: what one does not set itself, `options` set for all.
  public RMSprop(Attributes options, ParameterGroup... groups) {
    super(new Rule(), List.of(groups), options);
  }

  /// The service `rmsprop`.
  public static final class Rule implements OptimizerProvider {
    @Override
    public String name() {
      return "rmsprop";
    }

    @Override
    public List<Attribute<?>> options() {
      return List.of(LR, ALPHA, EPS, WEIGHT_DECAY, MOMENTUM, CENTERED, MAXIMIZE);
    }

    @Override
    public void update(
        Tensor parameter, Tensor gradient, ParameterGroup group, ParameterState state) {
      state.countStep();
      RmspropStep step =
          new RmspropStep(
              group.get(LR),
              group.get(ALPHA),
              group.get(EPS),
              group.get(WEIGHT_DECAY),
              group.get(MOMENTUM),
              group.get(MAXIMIZE));
      Tensor square = state.zeros("square_avg");
      Tensor mean = group.get(CENTERED) ? state.zeros("grad_avg") : null;
      Tensor momentum = group.get(MOMENTUM) > 0 ? state.zeros("momentum_buffer") : null;
      FusedUpdate.run(
          parameter,
          gradient,
          (kernels, n, p, g) ->
              kernels.rmsprop(step, n, p, g, array(square), array(mean), array(momentum)));
    }
  }
}
