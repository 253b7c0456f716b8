package org.hypergrad.nn;

import java.util.function.UnaryOperator;
import org.hypergrad.Tensor;

/// A block that is a function of one tensor and has no parameters: what the activations have in
/// common. Each of them is a line of [org.hypergrad.Functional] under PyTorch's name of the module.
abstract class Activation extends Block {
  private final UnaryOperator<Tensor> function;
  private final String settings;

  /// @param settings what [Settings#of] takes
  Activation(UnaryOperator<Tensor> function, Object... settings) {
    this.function = function;
    this.settings = Settings.of(settings);
  }

  @Override
  protected final Tensor forward(Tensor x) {
    return function.apply(x);
  }

  @Override
  protected final String settings() {
    return settings;
  }
}
