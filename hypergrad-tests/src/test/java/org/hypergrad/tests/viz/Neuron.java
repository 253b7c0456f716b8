package org.hypergrad.tests.viz;

import org.hypergrad.Tensor;
import org.hypergrad.viz.DrawingOptions;

/// micrograd's neuron: y = tanh(x1·w1 + x2·w2 + b), of which every result has a name.
final class Neuron {
  final Tensor x1 = leaf("x1", 2);
  final Tensor x2 = leaf("x2", 0);
  final Tensor w1 = leaf("w1", -3);
  final Tensor w2 = leaf("w2", 1);
  final Tensor b = leaf("b", 6.8813735870195432);
  final Tensor y = x1.mul(w1).add(x2.mul(w2)).add(b).tanh().name("y");
  final DrawingOptions options =
      DrawingOptions.DEFAULT.titled("One neuron: y = tanh(x1·w1 + x2·w2 + b)").inputs(x1, x2);

  static Tensor leaf(String name, double value) {
    return Tensor.scalar(value).requiresGrad(true).name(name);
  }
}
