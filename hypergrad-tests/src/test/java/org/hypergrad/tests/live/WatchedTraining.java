package org.hypergrad.tests.live;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.board.live.LivePage;
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
import org.hypergrad.nn.train.Accuracy;
import org.hypergrad.nn.train.Checkpoints;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingListener;

/// A training with dropout and validation, ten steps an epoch; always the same, to the last bit.
final class WatchedTraining {
  static final Dataset DATA = Synthetic.moons(80, 0.1, new Generator(1));

  final Block model;
  final Trainer trainer;

  WatchedTraining(int epochs) {
    Generator.global().seed(3);
    model =
        Defaults.with(
            new Generator(4),
            () ->
                new Sequential(new Linear(2, 8), new Tanh(), new Dropout(0.25), new Linear(8, 2)));
    trainer =
        new Trainer(model, new CrossEntropyLoss(), new SGD(model.parameters(), 0.1, 0.9))
            .metric(Accuracy::new)
            .validation(DATA)
            .epochs(epochs);
  }

  /// On a page at any free port.
  LivePage page() throws Exception {
    LivePage page =
        LivePage.open(trainer.control(), 0)
            .titled("moons")
            .decisionBoundary(DATA, points -> model.apply(points).softmax(1));
    trainer.listener(page);
    return page;
  }

  /// With checkpoints in this folder.
  WatchedTraining in(Path folder) {
    trainer.checkpoints(new Checkpoints(folder));
    return this;
  }

  /// Each step takes so long at least.
  WatchedTraining slowly(long millis) {
    trainer.listener(
        new TrainingListener() {
          @Override
          public void batchEnded(Training training) {
            try {
              Thread.sleep(millis);
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          }
        });
    return this;
  }

  Training fit() {
    return trainer.fit(new DataLoader(DATA, 8).shuffle(new Generator(5)));
  }

  CompletableFuture<Training> fitInAnotherThread() {
    return CompletableFuture.supplyAsync(this::fit, task -> Thread.ofPlatform().start(task));
  }

  List<float[]> parameters() {
    return model.parameters().stream().map(Tensor::toFloats).toList();
  }
}
