package org.hypergrad.bench;

import org.bytedeco.pytorch.global.torch;
import org.hypergrad.Scope;

/// Training against libtorch: a step of a classifier of 28x28 images with two hidden layers
/// (forward, backward, stochastic gradient descent with momentum), and a transformer block, forward
/// and backward.
final class TrainingBench {
  private TrainingBench() {}

  static void run(Report report) {
    torch.set_num_threads(1);
    report.time("MLP 784-256-128-10, batch 64, a step", 1, TrainingBench::mlp);
    report.time("MLP 784-256-128-10, batch 64, 50 steps by a Trainer", 1, TrainingBench::trainer);
    report.time(
        "transformer block 128 wide, 4 heads, sequence 64, batch 12",
        1,
        TrainingBench::transformerBlock);
  }

  private static Meter.Pair mlp() {
    Mlp ours = new Mlp(64, 784, 256, 128, 10);
    TorchMlp peer = new TorchMlp(64, 784, 256, 128, 10);
    return Meter.measure(ours::stepInScope, peer::step);
  }

  /// Ours also fetches the batches, keeps the mean of the loss and looks for one that is not
  /// finite.
  private static Meter.Pair trainer() {
    Mlp ours = new Mlp(64, 784, 256, 128, 10);
    TorchMlp peer = new TorchMlp(64, 784, 256, 128, 10);
    return Meter.measure(
        ours.epoch(50),
        () -> {
          for (int i = 0; i < 50; i++) {
            peer.step();
          }
        });
  }

  private static Meter.Pair transformerBlock() {
    TransformerBlock ours = new TransformerBlock(12, 64, 128, 4);
    TorchTransformerBlock peer = new TorchTransformerBlock(ours);
    ours.forwardBackward();
    peer.forwardBackward();
    peer.checkSameGradients();
    Scope scope = new Scope("step");
    return Meter.measure(() -> scope.run(ours::forwardBackward), peer::forwardBackward);
  }
}
