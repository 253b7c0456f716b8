package org.hypergrad.nn.train;

import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// Which classes outputs and targets stand for, as a 1-d tensor of int64.
///
/// Outputs of shape \[n, classes, ...\] are scores: the highest wins. Outputs of shape \[n\] or
/// \[n, 1\] are logits of a yes-or-no question: a positive one says yes.
///
/// @param predicted what the outputs say
/// @param actual what the targets say
public record Classes(Tensor predicted, Tensor actual) {
  /// The classes of outputs and targets, which may be what [Accuracy] tells.
  ///
  /// @throws IllegalArgumentException if the shapes do not fit
  public static Classes of(Tensor output, Tensor target) {
    boolean binary = output.rank() < 2 || output.rank() == 2 && output.size(1) == 1;
    Tensor predicted = binary ? positive(output) : output.argmax(1, false).flatten();
    Tensor actual;
    if (binary) {
      actual = positive(target);
    } else if (target.dtype().isFloating() && target.shape().equals(output.shape())) {
      actual = target.argmax(1, false).flatten();
    } else {
      actual = target.flatten();
    }
    if (!predicted.shape().equals(actual.shape())) {
      throw new IllegalArgumentException(
          "Outputs of shape "
              + output.shape()
              + " and targets of shape "
              + target.shape()
              + " cannot be compared: for outputs [n, classes] give class numbers [n] or"
              + " probabilities [n, classes], for outputs [n] or [n, 1] a truth value each.");
    }
    return new Classes(predicted, actual);
  }

  /// 1 where a number is positive, which serves targets of 0 and 1, and those of -1 and 1.
  private static Tensor positive(Tensor numbers) {
    return numbers.flatten().gt(0).to(DType.INT64);
  }
}
