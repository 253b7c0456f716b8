package org.hypergrad.spi;

/// The ways kernels reduce many numbers to one.
public enum ReduceOp {
  /// The sum; 0 of nothing.
  SUM,
  /// The largest; NaN if any is NaN.
  MAX,
  /// The smallest; NaN if any is NaN.
  MIN
}
