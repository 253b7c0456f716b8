package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// −log softmax(x)\[target\] for logits x of shape \[n, classes, ...\] and targets of int64, or
/// probabilities in the shape of x (PyTorch: `torch.nn.CrossEntropyLoss`).
public final class CrossEntropyLoss extends Loss {
  private Tensor weight;
  private int ignoreIndex = -100;
  private double labelSmoothing;

  /// The mean of the losses.
  public CrossEntropyLoss() {
    this(Reduction.MEAN);
  }

  /// The losses, reduced in this way.
  public CrossEntropyLoss(Reduction reduction) {
    super(reduction);
  }

  /// Sets a factor for each class, of shape \[classes\]; gives this loss.
  public CrossEntropyLoss weight(Tensor weight) {
    this.weight = buffer("weight", weight);
    return this;
  }

  /// Sets a target that does not count, −100 if not set; gives this loss.
  public CrossEntropyLoss ignoreIndex(int ignoreIndex) {
    this.ignoreIndex = ignoreIndex;
    return this;
  }

  /// Sets how much of the probability of each target is spread over all classes, 0 if not set;
  /// gives this loss.
  public CrossEntropyLoss labelSmoothing(double labelSmoothing) {
    this.labelSmoothing = labelSmoothing;
    return this;
  }

  @Override
  protected Tensor forward(Tensor x, Tensor target) {
    return Functional.crossEntropy(x, target, weight, ignoreIndex, reduction(), labelSmoothing);
  }
}
