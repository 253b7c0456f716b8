package org.hypergrad.bench;

import org.hypergrad.Generator;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.ReLU;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.optim.SGD;

/// A network of linear layers with relu between them.
final class Mlp {
  private final Sequential network = new Sequential();
  private final CrossEntropyLoss criterion = new CrossEntropyLoss();
  private final Scope scope = new Scope("step");
  private final SGD optimizer;
  private final Tensor inputs;
  private final Tensor targets;

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
    targets = Tensor.randint(Generator.global(), 0, sizes[sizes.length - 1], Shape.of(batch));
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
}
