package org.hypergrad.demo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.nn.data.Mnist;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hypergrad train mnist --data DIR`
@Command(
    name = "mnist",
    description = "Learns to read the 70,000 digits of MNIST, whose four files you have.")
final class MnistCommand extends ClassifierCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "the folder of train-images-idx3-ubyte and the three others, also as .gz")
  private Path data;

  @Override
  Samples samples(Generator generator) throws IOException {
    return new Samples("mnist", Mnist.load(data, true), Mnist.load(data, false), 255);
  }

  @Override
  Hyperparameters defaults() {
    return Hyperparameters.usual(List.of(128, 64), 3e-3, 5, 128);
  }
}
