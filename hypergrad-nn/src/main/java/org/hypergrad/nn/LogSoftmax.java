package org.hypergrad.nn;

/// The logarithm of softmax, without overflow (PyTorch: `torch.nn.LogSoftmax`).
public final class LogSoftmax extends Activation {
  /// Along this dimension; negative counts from the end.
  public LogSoftmax(int dim) {
    super(x -> x.logSoftmax(dim), "dim", dim);
  }
}
