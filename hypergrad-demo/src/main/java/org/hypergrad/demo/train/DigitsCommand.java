package org.hypergrad.demo.train;

import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.nn.data.Digits;
import picocli.CommandLine.Command;

/// `hypergrad train digits`
@Command(
    name = "digits",
    description = "Learns to read 1,797 handwritten digits of 8 x 8 pixels, which are built in.")
final class DigitsCommand extends ClassifierCommand {
  static final String NAME = "digits";

  static final Hyperparameters DEFAULTS = Hyperparameters.usual(List.of(64, 32), 5e-3, 20, 32);

  /// The digits, a random fifth of them to test with.
  static Samples divided(Generator generator) {
    return Samples.divided(NAME, Digits.load(), generator);
  }

  @Override
  Samples samples(Generator generator) {
    return divided(generator);
  }

  @Override
  Hyperparameters defaults() {
    return DEFAULTS;
  }
}
