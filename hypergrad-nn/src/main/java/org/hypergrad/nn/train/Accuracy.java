package org.hypergrad.nn.train;

import org.hypergrad.Tensor;

/// The fraction of right answers.
///
/// For outputs of shape \[n, classes\] the class with the highest score is the answer, and the
/// targets are class numbers \[n\] or probabilities \[n, classes\]. For outputs \[n\] or \[n, 1\]
/// the answer is yes where the logit is positive, and the targets are 0 or 1, or -1 or 1.
public final class Accuracy extends MeanMetric {
  /// No answers yet.
  public Accuracy() {
    super("accuracy");
  }

  @Override
  public void update(Tensor output, Tensor target) {
    Classes classes = Classes.of(output, target);
    Tensor right = classes.predicted().eq(classes.actual());
    add(right.sum().item(), right.numel());
  }
}
