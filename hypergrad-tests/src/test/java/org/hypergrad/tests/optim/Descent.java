package org.hypergrad.tests.optim;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.OptimizerProvider;

/// The simplest rule: θ ← θ - lr · g.
final class Descent implements OptimizerProvider {
  @Override
  public String name() {
    return "descent";
  }

  @Override
  public List<Attribute<?>> options() {
    return List.of(Options.LR);
  }

  @Override
  public void update(
      Tensor parameter, Tensor gradient, ParameterGroup group, ParameterState state) {
    parameter.add_(gradient, -group.get(Options.LR));
  }
}
