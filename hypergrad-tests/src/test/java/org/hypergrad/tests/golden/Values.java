package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// Compares results that may be tensors, numbers, truth values or words.
final class Values {
  private Values() {}

  /// @throws AssertionError if the kinds or the values differ
  static void assertAgrees(String what, Object actual, JsonNode expected) {
    boolean agrees =
        switch (actual) {
          case Tensor tensor when Tensors.isTensor(expected) -> {
            Comparison.assertAgrees(what, tensor, expected, Tolerance.of(Tensors.dtype(expected)));
            yield true;
          }
          case Boolean truth -> expected.isBoolean() && truth == expected.booleanValue();
          case Integer whole -> expected.isIntegralNumber() && whole == expected.longValue();
          case Long whole -> expected.isIntegralNumber() && whole == expected.longValue();
          case Double real ->
              expected.isNumber()
                  && Tolerance.of(DType.FLOAT64).accepts(real, expected.doubleValue());
          case String word -> expected.isTextual() && word.equals(expected.textValue());
          case null -> expected.isNull();
          default -> false;
        };
    if (!agrees) {
      throw new AssertionError(what + ": expected " + expected + ", got " + actual);
    }
  }
}
