package org.hypergrad.demo;

import org.hypergrad.Tensor;

/// The first page: a neuron with one input, and how its output changes when the input, the weight
/// or the bias does.
///
/// Read on in [Tensor], where `mul`, `add` and `tanh` are.
final class Hello {
  private Hello() {}

  static void main() {
    Tensor x = Tensor.scalar(2.0).requiresGrad(true);
    Tensor w = Tensor.scalar(-0.5).requiresGrad(true);
    Tensor b = Tensor.scalar(1.5).requiresGrad(true);

    Tensor y = x.mul(w).add(b).tanh(); // forward: compute y, and remember how
    y.backward(); // backward: from y to everything it was computed from

    IO.println("y     = tanh(x*w + b) = " + y.item());
    IO.println("dy/dx = w * (1 - y*y) = " + x.grad().item());
    IO.println("dy/dw = x * (1 - y*y) = " + w.grad().item());
    IO.println("dy/db =      1 - y*y  = " + b.grad().item());
  }
}
