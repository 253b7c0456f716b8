package org.hypergrad.bench;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// [TinyTensors] in libtorch.
final class TorchTinyTensors {
  private final int operations;
  private final Tensor x;
  private final Tensor w;
  private final Tensor b;

  /// @param elements of each tensor
  /// @param operations how long the chain is
  /// @param leaves whether w and b get a gradient too
  TorchTinyTensors(int elements, int operations, boolean leaves) {
    this.operations = operations;
    x = filled(elements, 0.5).requires_grad_(true);
    w = filled(elements, 0.999).requires_grad_(leaves);
    b = filled(elements, 0.001).requires_grad_(leaves);
  }

  private static Tensor filled(long elements, double value) {
    return torch.full(new long[] {elements}, new Scalar(value));
  }

  /// The gradient of the sum of what comes out, for the first element of x.
  double forwardBackward() {
    try (PointerScope _ = new PointerScope()) {
      Tensor none = new Tensor();
      x.mutable_grad().put(none);
      w.mutable_grad().put(none);
      b.mutable_grad().put(none);
      Tensor y = x;
      for (int i = 0; i < operations; i += 2) {
        y = y.mul(w).add(b);
      }
      y.sum().backward();
      return x.grad().select(0, 0).item_float();
    }
  }
}
