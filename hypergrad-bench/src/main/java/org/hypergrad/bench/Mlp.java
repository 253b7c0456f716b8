package org.hypergrad.bench;

import org.hypergrad.Generator;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.ReLU;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.TensorDataset;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.train.Trainer;

/// A network of linear layers with relu between them.
final class Mlp {
  private final Sequential network = new Sequential();
  private final CrossEntropyLoss criterion = new CrossEntropyLoss();
  private final Scope scope = new Scope("step");
  private final SGD optimizer;
  private final Tensor inputs;
  private final Tensor targets;
  private final int classes;

  /// @param batch how many samples a step learns from
  /// @param sizes how many features there are before and after each layer
  Mlp(int batch, int... sizes) {
    for (int i = 1; i < sizes.length; i++) {
      network.add(new Linear(sizes[i - 1], sizes[i]));
      if (i < sizes.length - 1) {
        network.add(new ReLU());
      }
    }
    inputs = Tensor.randn(batch, sizes[0]);
    classes = sizes[sizes.length - 1];
    targets = Tensor.randint(Generator.global(), 0, classes, Shape.of(batch));
    optimizer = new SGD(network.parameters(), 0.01, 0.9);
  }

  /// Forward, backward, and a step of stochastic gradient descent with momentum.
  void step() {
    optimizer.zeroGrad();
    criterion.apply(network.apply(inputs), targets).backward();
    optimizer.step();
  }

  /// A step that uses the memory of the one before.
  void stepInScope() {
    scope.run(this::step);
  }

  /// An epoch of a [Trainer] with so many steps, each on a batch of its own.
  Runnable epoch(int steps) {
    int samples = steps * inputs.size(0);
    TensorDataset data =
        new TensorDataset(
            Tensor.randn(samples, inputs.size(1)),
            Tensor.randint(Generator.global(), 0, classes, Shape.of(samples)));
    DataLoader loader = new DataLoader(data, inputs.size(0));
    Trainer trainer = new Trainer(network, criterion, optimizer);
    return () -> trainer.fit(loader);
  }
}
