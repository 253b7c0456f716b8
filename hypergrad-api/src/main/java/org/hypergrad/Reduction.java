package org.hypergrad;

import java.util.Locale;

/// How a loss goes from one number per element to its result.
public enum Reduction {
  /// Not at all.
  NONE,
  /// The mean, weighted where the loss has weights.
  MEAN,
  /// The sum.
  SUM;

  /// The reduction with PyTorch's name `none`, `mean` or `sum`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Reduction named(String name) {
    for (Reduction reduction : values()) {
      if (reduction.toString().equals(name)) {
        return reduction;
      }
    }
    throw new IllegalArgumentException(
        name + " is not a valid value for reduction. Choose none, mean or sum.");
  }

  /// A loss reduced.
  public Tensor apply(Tensor loss) {
    return switch (this) {
      case NONE -> loss;
      case MEAN -> loss.mean();
      case SUM -> loss.sum();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
