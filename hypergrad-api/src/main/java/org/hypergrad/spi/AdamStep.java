package org.hypergrad.spi;

/// The numbers of one step of Adam or AdamW, as [Kernels#adam] takes it.
///
/// @param lr the learning rate
/// @param beta1 how much of the running average of the gradient remains
/// @param beta2 how much of that of its square remains
/// @param eps what keeps a small denominator away from 0
/// @param weightDecay how much of the parameter is added to the gradient, or taken away from itself
/// @param decoupled whether the parameter decays by itself, as in AdamW
/// @param maximize whether to go uphill
/// @param number which step it is, from 1
public record AdamStep(
    double lr,
    double beta1,
    double beta2,
    double eps,
    double weightDecay,
    boolean decoupled,
    boolean maximize,
    long number) {
  /// What the average of the gradient is to be divided by, for it began at 0: 1 − β₁ᵗ.
  public double correction1() {
    return 1 - Math.pow(beta1, number);
  }

  /// The same for that of the square: 1 − β₂ᵗ.
  public double correction2() {
    return 1 - Math.pow(beta2, number);
  }
}
