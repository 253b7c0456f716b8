package org.hypergrad.bench;

import java.util.List;
import org.bytedeco.pytorch.global.torch;
import org.hypergrad.Threads;

/// A training step against libtorch: a classifier of 28x28 images with two hidden layers, a batch
/// of 64, cross entropy, stochastic gradient descent with momentum.
final class TrainingBench {
  private TrainingBench() {}

  static List<Ratio> run() {
    int before = Threads.count();
    Threads.setCount(1);
    torch.set_num_threads(1);
    try {
      Mlp ours = new Mlp(64, 784, 256, 128, 10);
      TorchMlp peer = new TorchMlp(64, 784, 256, 128, 10);
      Meter.Pair pair = Meter.measure(ours::stepInScope, peer::step);
      return List.of(
          Ratio.ofMicroseconds("training", "MLP 784-256-128-10, batch 64, a step", 1, pair));
    } finally {
      Threads.setCount(before);
    }
  }
}
