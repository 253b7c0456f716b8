package org.hypergrad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  private static final Numbers NUMBERS = new Numbers(4);

  @ParameterizedTest
  @CsvSource({
    "138.83381924198252, 138.8338",
    "-2, -2.0000",
    "0, 0.0000",
    "0.0001, 0.0001",
    "0.00003, 3.0000e-05",
    "-1e-300, -1.0000e-300",
    "1e12, 1.0000e+12",
    "NaN, nan",
    "-Infinity, -inf"
  })
  void a_number_is_never_shown_as_zero_unless_it_is_zero(double value, String text) {
    assertThat(NUMBERS.number(value)).isEqualTo(text);
  }

  @Test
  void no_tensor_is_not_zero() {
    assertThat(NUMBERS.text(null)).isEqualTo("-");
  }

  @Test
  void lists_stand_in_brackets_and_long_ones_are_cut() {
    assertThat(new Numbers(0).text(Tensor.of(new double[][] {{1, 2}, {3, 4}})))
        .isEqualTo("[[1, 2], [3, 4]]");
    assertThat(new Numbers(1).text(Tensor.arange(DType.FLOAT64, 0, 8, 1)))
        .isEqualTo("[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]");
    assertThat(new Numbers(0).text(Tensor.arange(9))).isEqualTo("[0, 1, 2, ..., 6, 7, 8]");
    assertThat(NUMBERS.text(Tensor.zeros(DType.FLOAT64, Shape.of(2, 0)))).isEqualTo("[[], []]");
  }

  @Test
  void whole_numbers_and_truth_values_have_no_decimals() {
    assertThat(NUMBERS.text(Tensor.of(1L, 2L))).isEqualTo("[1, 2]");
    assertThat(NUMBERS.text(Tensor.of(true, false))).isEqualTo("[true, false]");
  }
}
