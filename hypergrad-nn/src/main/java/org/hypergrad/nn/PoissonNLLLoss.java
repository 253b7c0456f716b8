package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// eˣ − target · x for logarithms x of expected counts (PyTorch: `torch.nn.PoissonNLLLoss`).
public final class PoissonNLLLoss extends Loss {
  private boolean logInput = true;
  private boolean full;
  private double eps = 1e-8;

  /// The mean of the losses.
  public PoissonNLLLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public PoissonNLLLoss(Reduction reduction) {
    super(reduction);
  }

  /// Sets whether x is a logarithm; if not, the loss is x − target · log(x + eps); gives this loss.
  public PoissonNLLLoss logInput(boolean logInput) {
    this.logInput = logInput;
    return this;
  }

  /// Sets whether Stirling's approximation of log(target!) is added; gives this loss.
  public PoissonNLLLoss full(boolean full) {
    this.full = full;
    return this;
  }

  /// Sets what is added to x before its logarithm is taken, 1e-8 if not set; gives this loss.
  public PoissonNLLLoss eps(double eps) {
    this.eps = eps;
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.poissonNllLoss(x, target, logInput, full, eps, reduction());
  }
}
