package org.hypergrad.tests.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.MSELoss;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.Tanh;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.data.DatasetInfo;
import org.hypergrad.nn.data.Synthetic;
import org.hypergrad.nn.data.TensorDataset;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.train.Accuracy;
import org.hypergrad.nn.train.Checkpoints;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.nn.train.Training;

/// Trainings of moments.
final class Trainings {
  private Trainings() {}

  /// Two moons, whose coordinates and classes have these names.
  static Dataset moons(long seed, String... names) {
    TensorDataset moons = Synthetic.moons(40, 0.1, new Generator(seed));
    return new TensorDataset(
        moons.inputs(),
        moons.targets(),
        DatasetInfo.ofTable(List.of(names[0], names[1]), List.of(names[2], names[3])));
  }

  /// Random pictures of 3 x 2 pixels in three classes.
  static Dataset pictures(long seed, String... classes) {
    Generator generator = new Generator(seed);
    Tensor pixels = Tensor.rand(generator, DType.FLOAT32, Shape.of(30, 6));
    Tensor targets = Tensor.randint(generator, 0, 3, Shape.of(30));
    return new TensorDataset(
        pixels, targets, new DatasetInfo(List.of(), List.of(classes), Optional.of(Shape.of(3, 2))));
  }

  /// A network with one hidden layer.
  static Sequential network(int inputs, int outputs) {
    return Defaults.with(
        new Generator(1),
        () ->
            new Sequential()
                .add("hidden", new Linear(inputs, 8))
                .add("tanh", new Tanh())
                .add("scores", new Linear(8, outputs)));
  }

  /// Three epochs, with validation on the same samples.
  static Training classes(Dataset data, int inputs, int classes) {
    Sequential network = network(inputs, classes);
    return new Trainer(network, new CrossEntropyLoss(), new SGD(network.parameters(), 0.5))
        .metric(Accuracy::new)
        .validation(data)
        .epochs(3)
        .fit(new DataLoader(data, 8).shuffle(new Generator(2)));
  }

  /// Three epochs of learning to square.
  static Training squares(Dataset data) {
    return squareTrainer(3).fit(new DataLoader(data, 8));
  }

  /// The same, in two runs: after the second epoch from a checkpoint in `folder`.
  static Training resumedSquares(Dataset data, Path folder) {
    squareTrainer(2).checkpoints(new Checkpoints(folder)).fit(new DataLoader(data, 8));
    return squareTrainer(3).checkpoints(new Checkpoints(folder)).fit(new DataLoader(data, 8));
  }

  private static Trainer squareTrainer(int epochs) {
    Sequential network = network(1, 1);
    return new Trainer(network, new MSELoss(), new SGD(network.parameters(), 0.1)).epochs(epochs);
  }

  /// Numbers and their squares.
  static Dataset numbers() {
    Tensor x = Tensor.linspace(DType.FLOAT32, -1, 1, 24).reshape(24, 1);
    return new TensorDataset(x, x.square());
  }
}
