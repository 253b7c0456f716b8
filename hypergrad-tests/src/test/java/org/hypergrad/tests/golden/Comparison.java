package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// Compares our tensors with PyTorch's: shape, element type and every element. A difference is an
/// [AssertionError] that names the first element that differs.
final class Comparison {
  private Comparison() {}

  /// @param what how the message names the tensor
  static void assertAgrees(String what, Tensor actual, JsonNode expected, Tolerance tolerance) {
    if (!actual.shape().equals(Tensors.shape(expected))) {
      throw new AssertionError(
          what + ": expected shape " + Tensors.shape(expected) + ", got " + actual.shape());
    }
    if (actual.dtype() != Tensors.dtype(expected)) {
      throw new AssertionError(
          what + ": expected dtype " + Tensors.dtype(expected) + ", got " + actual.dtype());
    }
    switch (Tensors.values(expected)) {
      case double[] e -> assertNear(what, actual, e, tolerance);
      case float[] e -> {
        double[] exact = new double[e.length];
        Arrays.setAll(exact, i -> e[i]);
        assertNear(what, actual, exact, tolerance);
      }
      case boolean[] e -> {
        boolean[] a = actual.toBooleans();
        assertAll(what, actual.shape(), i -> a[i] == e[i], i -> e[i] + ", got " + a[i]);
      }
      default -> {
        long[] e = Tensors.read(expected).toLongs();
        long[] a = actual.toLongs();
        assertAll(what, actual.shape(), i -> a[i] == e[i], i -> e[i] + ", got " + a[i]);
      }
    }
  }

  /// The same for a gradient: null, on either side, means zeros.
  ///
  /// @param of the tensor whose gradient it is
  static void assertGradientAgrees(
      String what, Tensor actual, JsonNode expected, Tensor of, Tolerance tolerance) {
    Tensor gradient = actual == null ? Tensor.zeros(of.dtype(), of.shape()) : actual;
    if (expected.isNull()) {
      if (!gradient.shape().equals(of.shape())) {
        throw new AssertionError(
            what + ": expected shape " + of.shape() + ", got " + gradient.shape());
      }
      assertNear(what, gradient, new double[of.numel()], tolerance);
    } else {
      assertAgrees(what, gradient, expected, tolerance);
    }
  }

  private static void assertNear(
      String what, Tensor actual, double[] expected, Tolerance tolerance) {
    double[] values = actual.toDoubles();
    assertAll(
        what,
        actual.shape(),
        i -> tolerance.accepts(values[i], expected[i]),
        i ->
            "%s, got %s (off by %.3g, allowed is %.3g + %.3g of it)"
                .formatted(
                    expected[i],
                    values[i],
                    Math.abs(values[i] - expected[i]),
                    tolerance.atol(),
                    tolerance.rtol()));
  }

  private interface Description {
    String of(int element);
  }

  private static void assertAll(
      String what, Shape shape, IntPredicate agrees, Description difference) {
    int first = -1;
    int differing = 0;
    for (int i = 0; i < shape.numel(); i++) {
      if (!agrees.test(i)) {
        first = first < 0 ? i : first;
        differing++;
      }
    }
    if (differing > 0) {
      throw new AssertionError(
          "%s at %s of shape %s: expected %s; %d of %d elements differ"
              .formatted(
                  what,
                  Arrays.toString(index(shape, first)),
                  shape,
                  difference.of(first),
                  differing,
                  shape.numel()));
    }
  }

  private static int[] index(Shape shape, int element) {
    int[] index = new int[shape.rank()];
    int rest = element;
    for (int d = index.length - 1; d >= 0; d--) {
      index[d] = rest % shape.size(d);
      rest /= shape.size(d);
    }
    return index;
  }
}
