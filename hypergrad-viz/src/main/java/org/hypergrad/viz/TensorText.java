package org.hypergrad.viz;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.viz.svg.Numbers;

/// Tensors in a few words.
final class TensorText {
  private static final int MOST_LISTED = 4;

  private TensorText() {}

  /// `[2, 3] float32`.
  static String type(Shape shape, DType dtype) {
    return shape + " " + dtype;
  }

  /// The number, the numbers if they are few, or from where to where they reach.
  static String value(Tensor tensor) {
    double[] values = tensor.toDoubles();
    if (tensor.rank() == 0) {
      return element(tensor, values[0]);
    }
    if (values.length <= MOST_LISTED) {
      return Arrays.stream(values)
          .mapToObj(value -> element(tensor, value))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    long notNumbers = Arrays.stream(values).filter(Double::isNaN).count();
    if (notNumbers > 0) {
      return notNumbers + " of " + values.length + " are NaN";
    }
    return element(tensor, Arrays.stream(values).min().orElseThrow())
        + " … "
        + element(tensor, Arrays.stream(values).max().orElseThrow());
  }

  private static String element(Tensor tensor, double value) {
    return tensor.dtype() == DType.BOOL ? Boolean.toString(value != 0) : Numbers.rounded(value);
  }

  /// A number with all its digits, else as tensors are printed.
  static String full(Tensor tensor) {
    if (!tensor.isNumber()) {
      return tensor.detach().toString();
    }
    return tensor.dtype() == DType.FLOAT32
        ? Float.toString((float) tensor.number())
        : Double.toString(tensor.number());
  }
}
