package org.hypergrad.demo;

import org.hypergrad.GradMode;
import org.hypergrad.Tensor;

/// A neuron with one input that learns from examples by gradient descent.
final class Neuron {
  private final Tensor w = Tensor.scalar(0.0).name("w").requiresGrad(true);
  private final Tensor b = Tensor.scalar(0.0).name("b").requiresGrad(true);

  /// Its answers, one for each input: tanh(x·w + b).
  Tensor answer(Tensor x) {
    return x.mul(w).add(b).tanh();
  }

  /// How far its answers are off: the mean of (answer − target)².
  Tensor loss(Tensor x, Tensor target) {
    return answer(x).sub(target).square().mean();
  }

  /// One step of gradient descent: moves the weight and the bias against the gradient of the loss.
  void learn(Tensor x, Tensor target, double rate) {
    loss(x, target).backward();
    descend(w, rate);
    descend(b, rate);
  }

  private static void descend(Tensor parameter, double rate) {
    GradMode.off(() -> parameter.sub_(parameter.grad().mul(rate)));
    parameter.setGrad(null); // or the next gradient would be added to this one
  }

  double weight() {
    return w.item();
  }

  double bias() {
    return b.item();
  }
}
