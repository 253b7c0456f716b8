package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.spi.Kernels;

/// The kernels under test, and what their results are compared with.
final class ScalarKernels {
  private ScalarKernels() {}

  @SuppressWarnings("unchecked") // tests pass the arrays that the dtype makes
  static Kernels<Object> of(DType dtype) {
    return (Kernels<Object>) new ScalarKernelProvider().kernels(dtype, Device.CPU, null);
  }

  /// Bit for bit, but for the kind of NaN.
  static void assertSame(Operand actual, Operand expected) {
    assertThat(actual.everything()).containsExactly(expected.everything());
  }

  /// As exact as sums and exponentials of few numbers are in this type.
  static void assertClose(DType dtype, double[] actual, double[] expected) {
    double relative = dtype == DType.FLOAT32 ? 1e-6 : 1e-12;
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      double tolerance = relative * (1 + Math.abs(expected[i]));
      boolean close =
          Double.compare(actual[i], expected[i]) == 0
              || Math.abs(actual[i] - expected[i]) <= tolerance;
      assertThat(close).as("element %s is %s, should be %s", i, actual[i], expected[i]).isTrue();
    }
  }
}
