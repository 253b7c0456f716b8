package org.hypergrad.nn.train;

import org.hypergrad.Tensor;

/// How far the outputs are from the targets, in the targets' own unit: the mean of |output −
/// target| over all elements.
public final class MeanAbsoluteError extends MeanMetric {
  /// No errors yet.
  public MeanAbsoluteError() {
    super("mean_absolute_error");
  }

  /// @throws IllegalArgumentException if the shapes differ: \[n, 1\] and \[n\] would be broadcast
  ///   to \[n, n\]
  @Override
  public void update(Tensor output, Tensor target) {
    if (!output.shape().equals(target.shape())) {
      throw new IllegalArgumentException(
          "Outputs of shape "
              + output.shape()
              + " and targets of shape "
              + target.shape()
              + " have no errors element by element. Give them one shape, with reshape or"
              + " squeeze.");
    }
    add(output.sub(target).abs().sum().item(), output.numel());
  }
}
