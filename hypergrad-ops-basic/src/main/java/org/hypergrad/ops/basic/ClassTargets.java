package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.IGNORE_INDEX;
import static org.hypergrad.spi.StandardAttributes.REDUCTION;

import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;

/// What a loss over classes knows of its rows besides the predictions.
///
/// @param classes the class of each row, of shape \[n, 1\]; 0 where it is ignored
/// @param weights the weight of each row's class, of shape \[n\]; 0 where it is ignored
record ClassTargets(Tensor classes, Tensor weights) {
  /// @param dtype the type of the predictions
  /// @param weight one number per class, or null for 1
  static ClassTargets of(Tensor target, Tensor weight, DType dtype, Attributes settings) {
    Tensor all = Elements.to(target, DType.INT64);
    Tensor ignored = all.eq((long) settings.get(IGNORE_INDEX));
    Tensor classes = all.maskedFill(ignored, 0.0);
    Tensor weights =
        weight == null
            ? Tensor.ones(dtype, target.shape())
            : Elements.to(weight, dtype).indexSelect(0, classes);
    return new ClassTargets(classes.unsqueeze(1), weights.maskedFill(ignored, 0.0));
  }

  /// @throws IndexOutOfBoundsException if a class that is not ignored does not exist
  static void check(Tensor target, int classes, Attributes settings) {
    int ignored = settings.get(IGNORE_INDEX);
    for (long t : target.toLongs()) {
      if (t != ignored && (t < 0 || t >= classes)) {
        throw new IndexOutOfBoundsException(
            "Target "
                + t
                + " is out of bounds. There are "
                + classes
                + " classes, counted from 0.");
      }
    }
  }

  /// The losses of the rows, reduced; a mean is weighted.
  Tensor reduce(Tensor losses, Attributes settings) {
    return switch (settings.get(REDUCTION)) {
      case NONE -> losses;
      case SUM -> losses.sum();
      case MEAN -> losses.sum().div(weights.sum());
    };
  }

  /// The gradient of each row's loss before it was weighted, given that of the reduced loss.
  Tensor perRow(Tensor g, Attributes settings) {
    return weights.mul(
        switch (settings.get(REDUCTION)) {
          case NONE, SUM -> g;
          case MEAN -> g.div(weights.sum());
        });
  }
}
