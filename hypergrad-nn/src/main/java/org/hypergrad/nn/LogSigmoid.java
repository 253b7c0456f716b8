package org.hypergrad.nn;

import org.hypergrad.Functional;

/// log(sigmoid(x)), without underflow (PyTorch: `torch.nn.LogSigmoid`).
public final class LogSigmoid extends Activation {
  /// The activation.
  public LogSigmoid() {
    super(Functional::logSigmoid);
  }
}
