package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Which type two operands give. The table is PyTorch's: `promotion.py` beside it makes it.
class PromotionTest {
  @ParameterizedTest
  @CsvFileSource(resources = "promotion.csv", numLinesToSkip = 1)
  void operands_give_the_type_of_the_table(
      String a, int rankA, String b, String rankB, String sum, String quotient) {
    DType expected = DType.named(sum);
    Tensor left = ones(a, rankA);
    switch (b) {
      case "long" -> {
        assertThat(left.add(2L).dtype()).isEqualTo(expected);
        assertThat(left.mul(2L).dtype()).isEqualTo(expected);
        assertThat(left.div(2L).dtype()).isEqualTo(DType.named(quotient));
        assertThat(left.lt(2L).dtype()).isEqualTo(DType.BOOL);
      }
      case "double" -> {
        assertThat(left.add(2.0).dtype()).isEqualTo(expected);
        assertThat(left.rdiv(2.0).dtype()).isEqualTo(DType.named(quotient));
        assertThat(left.mul(2.0).dtype()).isEqualTo(expected);
        assertThat(left.div(2.0).dtype()).isEqualTo(DType.named(quotient));
        assertThat(left.lt(2.0).dtype()).isEqualTo(DType.BOOL);
      }
      default -> {
        Tensor right = ones(b, Integer.parseInt(rankB));
        assertThat(left.add(right).dtype()).isEqualTo(expected);
        assertThat(left.mul(right).dtype()).isEqualTo(expected);
        assertThat(left.maximum(right).dtype()).isEqualTo(expected);
        assertThat(left.div(right).dtype()).isEqualTo(DType.named(quotient));
        assertThat(left.eq(right).dtype()).isEqualTo(DType.BOOL);
        if (left.rank() == right.rank()) {
          assertThat(DType.promote(left.dtype(), right.dtype())).isEqualTo(expected);
        }
      }
    }
  }

  private static Tensor ones(String dtype, int rank) {
    return Tensor.ones(DType.named(dtype), rank == 0 ? Shape.SCALAR : Shape.of(3));
  }

  @Test
  void a_number_does_not_widen_a_tensor_of_its_category() {
    assertThatTensor(Tensor.of(1f, 2f).mul(0.1))
        .hasDType(DType.FLOAT32)
        .hasValues((double) 0.1f, (double) (2 * 0.1f));
    assertThatTensor(Tensor.of(1, 2).add(3L)).hasDType(DType.INT32).hasValues(4, 5);
  }

  @Test
  void a_number_of_a_higher_category_gives_the_default_of_that_category() {
    assertThatTensor(Tensor.of(1L, 2L).mul(0.5)).hasDType(DType.FLOAT32).hasValues(0.5, 1);
    assertThatTensor(Tensor.of(true, false).add(1L)).hasDType(DType.INT64).hasValues(2, 1);
  }

  @Test
  void whole_numbers_are_not_rounded_on_the_way() {
    long large = (1L << 53) + 1;
    assertThat(Tensor.of(large).add(2L).toLongs()).containsExactly(large + 2);
    assertThat(Tensor.of(large).mul(Tensor.of(3L)).toLongs()).containsExactly(3 * large);
    assertThat(Tensor.of(large).eq(Tensor.of(large - 1)).itemBoolean()).isFalse();
  }

  @Test
  void a_gradient_has_the_type_of_its_tensor() {
    Tensor narrow = Tensor.of(1f, 2f).requiresGrad(true);
    Tensor wide = Tensor.of(3.0, 4.0).requiresGrad(true);
    Tensor product = narrow.mul(wide);
    assertThatTensor(product).hasDType(DType.FLOAT64);
    product.sum().backward();
    assertThatTensor(narrow.grad()).hasDType(DType.FLOAT32).hasValues(3, 4);
    assertThatTensor(wide.grad()).hasDType(DType.FLOAT64).hasValues(1, 2);
  }
}
