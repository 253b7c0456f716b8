package org.hypergrad.demo.train;

import static org.hypergrad.nn.data.Mnist.FASHION;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.nn.data.Mnist;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hypergrad train fashion-mnist --data DIR`
@Command(
    name = "fashion-mnist",
    description =
        "Learns to tell ten kinds of clothes by their pictures, whose four files you have.")
final class FashionMnistCommand extends ClassifierCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "the folder of train-images-idx3-ubyte and the three others, also as .gz")
  private Path data;

  @Override
  Samples samples(Generator generator) throws IOException {
    return new Samples(
        "fashion-mnist", Mnist.load(data, true, FASHION), Mnist.load(data, false, FASHION), 255);
  }

  @Override
  Hyperparameters defaults() {
    return Hyperparameters.usual(List.of(256, 128, 100), 2e-3, 10, 128);
  }
}
