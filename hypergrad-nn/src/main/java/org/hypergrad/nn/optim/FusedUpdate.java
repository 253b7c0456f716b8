package org.hypergrad.nn.optim;

import org.hypergrad.Tensor;
import org.hypergrad.spi.Kernels;

/// The way from tensors to a kernel that does a whole step in one pass (PyTorch:
/// `torch/optim/sgd.py`, `_fused_sgd`). Such kernels take arrays, row-major from the start.
final class FusedUpdate {
  private FusedUpdate() {}

  /// A step of one parameter.
  @FunctionalInterface
  interface Step {
    /// Changes the first `n` elements of the parameter, and the state.
    void run(Kernels<Object> kernels, int n, Object parameter, Object gradient);
  }

  /// Changes `parameter` in place. One whose elements lie otherwise passes through a copy.
  static void run(Tensor parameter, Tensor gradient, Step step) {
    Tensor changed = rowMajor(parameter);
    step.run(
        Kernels.of(parameter.dtype()),
        parameter.numel(),
        array(changed),
        array(rowMajor(gradient)));
    if (changed == parameter) {
      parameter.storage().bumpVersion();
    } else {
      parameter.copy_(changed);
    }
  }

  private static Tensor rowMajor(Tensor x) {
    return x.isContiguous() && x.layout().offset() == 0 ? x : x.clone();
  }

  /// The elements of a state that lies row-major, as [org.hypergrad.optim.ParameterState#zeros]
  /// does; null if the step does without.
  static Object array(Tensor state) {
    return state == null ? null : state.storage().array();
  }
}
