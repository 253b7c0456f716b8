package org.hypergrad.tests.training;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.hypergrad.Generator;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.Dropout;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.Tanh;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.data.Synthetic;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.optim.StepLR;
import org.hypergrad.nn.train.Accuracy;
import org.hypergrad.nn.train.Checkpoints;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.nn.train.Training;
import org.hypergrad.optim.Optimizer;

/// A training of half a second in which everything has a state: momentum, dropout, shuffling, a
/// scheduler, accumulation over two batches with a ragged rest. Always the same, to the last bit.
final class SmallTraining {
  /// 45 samples in batches of 8 are 6 batches, the last one of 5, and 3 steps.
  static final int STEPS_PER_EPOCH = 3;

  static final Dataset DATA = Synthetic.moons(45, 0.1, new Generator(1));
  static final Dataset VALIDATION = Synthetic.moons(20, 0.1, new Generator(2));

  final Block model;
  final Optimizer optimizer;
  final DataLoader loader;
  final Trainer trainer;

  SmallTraining() {
    this(8, model -> new SGD(model.parameters(), 0.1, 0.9));
  }

  SmallTraining(int hidden, Function<Block, Optimizer> optimize) {
    Generator.global().seed(3);
    model = Defaults.with(new Generator(4), () -> network(hidden));
    optimizer = optimize.apply(model);
    loader = new DataLoader(DATA, 8).shuffle(new Generator(5));
    trainer =
        new Trainer(model, new CrossEntropyLoss(), optimizer)
            .metric(Accuracy::new)
            .validation(VALIDATION)
            .scheduler(new StepLR(optimizer, 2, 0.5))
            .accumulate(2)
            .epochs(5);
  }

  static Block network(int hidden) {
    return new Sequential(
        new Linear(2, hidden), new Tanh(), new Dropout(0.25), new Linear(hidden, 2));
  }

  /// With a checkpoint after every step.
  SmallTraining in(Path folder) {
    trainer.checkpoints(new Checkpoints(folder).everySteps(1).settings(Map.of("hidden", "8")));
    return this;
  }

  Training fit() {
    return trainer.fit(loader);
  }
}
