package org.hypergrad.bench;

import org.hypergrad.Tensor;

/// x ← x · w + b, again and again, over 0-d tensors: as deep a graph as there can be.
final class Chain {
  private Chain() {}

  /// Builds a chain of `operations` operations and runs it backward; gives the gradient for the
  /// first x.
  static double ours(int operations, boolean leaves) {
    Tensor x = Tensor.scalar(0.5).requiresGrad(true);
    Tensor w = Tensor.scalar(0.999).requiresGrad(leaves);
    Tensor b = Tensor.scalar(0.001).requiresGrad(leaves);
    build(x, w, b, operations).backward();
    return x.grad().item();
  }

  static Tensor build(Tensor x, Tensor w, Tensor b, int operations) {
    Tensor y = x;
    for (int i = 0; i < operations; i += 2) {
      y = y.mul(w).add(b);
    }
    return y;
  }

  static double minimal(int operations) {
    MinimalTape tape = new MinimalTape();
    MinimalTape.Value x = tape.value(0.5);
    MinimalTape.Value w = tape.value(0.999);
    MinimalTape.Value b = tape.value(0.001);
    MinimalTape.Value y = x;
    for (int i = 0; i < operations; i += 2) {
      y = tape.add(tape.mul(y, w), b);
    }
    tape.backward(y);
    return x.grad;
  }
}
