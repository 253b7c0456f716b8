package org.hypergrad.bench;

import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.randint;
import static org.bytedeco.pytorch.global.torch.randn;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// A network of linear layers with relu between them, in libtorch.
final class TorchMlp {
  private final Tensor[] weights;
  private final Tensor[] biases;
  private final Tensor inputs;
  private final Tensor targets;
  private final SGD optimizer;

  /// @param batch how many samples a step learns from
  /// @param sizes how many features there are before and after each layer
  TorchMlp(int batch, int... sizes) {
    this(ScalarType.Float, batch, sizes);
  }

  /// As [#TorchMlp(int, int...)], of numbers of a type.
  TorchMlp(ScalarType type, int batch, int... sizes) {
    weights = new Tensor[sizes.length - 1];
    biases = new Tensor[sizes.length - 1];
    TensorVector parameters = new TensorVector();
    for (int i = 0; i < weights.length; i++) {
      double scale = 1 / Math.sqrt(sizes[i]);
      weights[i] = random(type, sizes[i + 1], sizes[i]).mul(new Scalar(scale)).requires_grad_(true);
      biases[i] = random(type, sizes[i + 1]).mul(new Scalar(scale)).requires_grad_(true);
      parameters.push_back(weights[i]).push_back(biases[i]);
    }
    inputs = random(type, batch, sizes[0]);
    targets = randint(sizes[sizes.length - 1], new long[] {batch}, integers());
    SGDOptions options = new SGDOptions(0.01);
    options.momentum().put(0.9);
    optimizer = new SGD(parameters, options);
  }

  private static Tensor random(ScalarType type, long... sizes) {
    return randn(sizes).to(type);
  }

  private static TensorOptions integers() {
    return new TensorOptions(ScalarType.Long);
  }

  /// Forward, backward, and a step of stochastic gradient descent with momentum.
  void step() {
    try (PointerScope _ = new PointerScope()) {
      optimizer.zero_grad();
      Tensor x = inputs;
      for (int i = 0; i < weights.length; i++) {
        x = linear(x, weights[i], new TensorOptional(biases[i]));
        x = i < weights.length - 1 ? x.relu() : x;
      }
      cross_entropy_loss(x, targets).backward();
      optimizer.step();
    }
  }
}
