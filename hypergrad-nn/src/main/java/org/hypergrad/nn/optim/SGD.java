package org.hypergrad.nn.optim;

import static org.hypergrad.nn.optim.FusedUpdate.array;
import static org.hypergrad.optim.Options.DAMPENING;
import static org.hypergrad.optim.Options.LR;
import static org.hypergrad.optim.Options.MAXIMIZE;
import static org.hypergrad.optim.Options.MOMENTUM;
import static org.hypergrad.optim.Options.NESTEROV;
import static org.hypergrad.optim.Options.WEIGHT_DECAY;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;
import org.hypergrad.spi.SgdStep;

/// Stochastic gradient descent, with momentum if wanted (PyTorch: `torch/optim/sgd.py`). For a
/// parameter θ with the gradient g:
///
/// ```
/// g ← -g                              if maximize
/// g ← g + weight_decay · θ
/// b ← momentum · b + (1 - dampening) · g      but b ← g in the first step
/// g ← g + momentum · b                if nesterov, else g ← b
/// θ ← θ - lr · g
/// ```
///
/// As in PyTorch the learning rate stands in front of the whole step; Sutskever et al., "On the
/// importance of initialization and momentum in deep learning" (2013), have it inside of b.
public final class SGD extends Optimizer {
  /// Plain gradient descent.
  public SGD(List<Tensor> parameters, double lr) {
    this(parameters, Attributes.of(LR, lr));
  }

  /// Gradient descent with momentum.
  public SGD(List<Tensor> parameters, double lr, double momentum) {
    this(parameters, Attributes.of(LR, lr, MOMENTUM, momentum));
  }

  /// One group with these options.
  public SGD(List<Tensor> parameters, Attributes options) {
    this(options, ParameterGroup.of(parameters));
  }

  /// Several groups: what one does not set itself, `options` set for all.
  public SGD(Attributes options, ParameterGroup... groups) {
    super(new Rule(), List.of(groups), options);
  }

  /// The service `sgd`.
  public static final class Rule implements OptimizerProvider {
    private static final String MOMENTUM_BUFFER = "momentum_buffer";

    @Override
    public String name() {
      return "sgd";
    }

    @Override
    public List<Attribute<?>> options() {
      return List.of(LR, MOMENTUM, DAMPENING, WEIGHT_DECAY, NESTEROV, MAXIMIZE);
    }

    @Override
    public void check(ParameterGroup group) {
      OptimizerProvider.super.check(group);
      if (group.get(NESTEROV) && (group.get(MOMENTUM) <= 0 || group.get(DAMPENING) != 0)) {
        throw new IllegalArgumentException(
            "Nesterov momentum requires a momentum and zero dampening");
      }
    }

    @Override
    public void update(Tensor parameter, Tensor grad, ParameterGroup group, ParameterState state) {
      double momentum = group.get(MOMENTUM);
      boolean isFirst = state.get(MOMENTUM_BUFFER) == null;
      Tensor buffer = momentum == 0 ? null : state.zeros(MOMENTUM_BUFFER);
      SgdStep step =
          new SgdStep(
              group.get(LR),
              momentum,
              isFirst ? 0 : group.get(DAMPENING),
              group.get(WEIGHT_DECAY),
              group.get(NESTEROV),
              group.get(MAXIMIZE));
      FusedUpdate.run(
          parameter, grad, (kernels, n, p, g) -> kernels.sgd(step, n, p, g, array(buffer)));
    }
  }
}
