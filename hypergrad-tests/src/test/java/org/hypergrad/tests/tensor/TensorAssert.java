package org.hypergrad.tests.tensor;

import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.data.Offset;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// Assertions about tensors.
public final class TensorAssert extends AbstractAssert<TensorAssert, Tensor> {
  private static final double TOLERANCE = 1e-12;

  private TensorAssert(Tensor actual) {
    super(actual, TensorAssert.class);
  }

  /// Begins an assertion.
  public static TensorAssert assertThatTensor(Tensor actual) {
    return new TensorAssert(actual);
  }

  /// Its elements, in row-major order, are these up to rounding; NaN is NaN.
  public TensorAssert hasValues(double... expected) {
    return hasValues(Offset.offset(TOLERANCE), expected);
  }

  /// Its elements, in row-major order, are these up to `tolerance`, relative to numbers above 1;
  /// NaN is NaN.
  public TensorAssert hasValues(Offset<Double> tolerance, double... expected) {
    isNotNull();
    double[] values = actual.toDoubles();
    if (values.length != expected.length) {
      failWithMessage("expected %s elements, but there are %s", expected.length, values.length);
    }
    for (int i = 0; i < expected.length; i++) {
      boolean close =
          Double.compare(values[i], expected[i]) == 0
              || Math.abs(values[i] - expected[i])
                  <= tolerance.value * Math.max(1, Math.abs(expected[i]));
      if (!close) {
        failWithMessage(
            "element %s is %s, not %s%nexpected: %s%n but was: %s",
            i, values[i], expected[i], Arrays.toString(expected), Arrays.toString(values));
      }
    }
    return this;
  }

  /// Every element is this number, up to rounding.
  public TensorAssert isFilledWith(double expected) {
    isNotNull();
    double[] all = new double[actual.numel()];
    Arrays.fill(all, expected);
    return hasValues(all);
  }

  /// Its sizes are these.
  public TensorAssert hasShape(int... sizes) {
    isNotNull();
    if (!actual.shape().equals(Shape.of(sizes))) {
      failWithMessage("expected shape %s, but was %s", Arrays.toString(sizes), actual.shape());
    }
    return this;
  }

  /// Its element type is this.
  public TensorAssert hasDType(DType expected) {
    isNotNull();
    if (actual.dtype() != expected) {
      failWithMessage("expected %s, but was %s", expected, actual.dtype());
    }
    return this;
  }
}
