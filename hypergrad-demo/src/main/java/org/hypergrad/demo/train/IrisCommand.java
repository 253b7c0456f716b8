package org.hypergrad.demo.train;

import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.nn.data.Iris;
import picocli.CommandLine.Command;

/// `hypergrad train iris`
@Command(
    name = "iris",
    description = "Learns to tell three species of iris by four measures; they are built in.")
final class IrisCommand extends ClassifierCommand {
  @Override
  Samples samples(Generator generator) {
    return Samples.divided("iris", Iris.load(), generator);
  }

  @Override
  Hyperparameters defaults() {
    return Hyperparameters.usual(List.of(16), 1e-2, 40, 16);
  }
}
