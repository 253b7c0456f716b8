package org.hypergrad.bench;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// x ← x · w + b, again and again, over 1-d tensors of a few elements, where the arithmetic costs
/// nothing and what surrounds it all.
final class TinyTensors {
  private final int operations;
  private final Tensor x;
  private final Tensor w;
  private final Tensor b;

  /// @param elements of each tensor
  /// @param operations how long the chain is
  /// @param leaves whether w and b get a gradient too
  TinyTensors(int elements, int operations, boolean leaves) {
    this.operations = operations;
    x = filled(elements, 0.5).requiresGrad(true);
    w = filled(elements, 0.999).requiresGrad(leaves);
    b = filled(elements, 0.001).requiresGrad(leaves);
  }

  private static Tensor filled(int elements, double value) {
    return Tensor.full(DType.FLOAT32, Shape.of(elements), value);
  }

  /// The gradient of the sum of what comes out, for the first element of x.
  double forwardBackward() {
    x.zeroGrad(true);
    w.zeroGrad(true);
    b.zeroGrad(true);
    Chain.build(x, w, b, operations).sum().backward();
    return x.grad().get(0).item();
  }
}
