package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Making tensors.
class CreationTest {
  @Test
  void arrays_give_tensors_of_their_type() {
    assertThatTensor(Tensor.of(1.5, 2.5)).hasDType(DType.FLOAT64).hasShape(2).hasValues(1.5, 2.5);
    assertThatTensor(Tensor.of(1.5f)).hasDType(DType.FLOAT32).hasShape(1).hasValues(1.5);
    assertThatTensor(Tensor.of(1L, 2L)).hasDType(DType.INT64).hasValues(1, 2);
    assertThatTensor(Tensor.of(1, 2)).hasDType(DType.INT32).hasValues(1, 2);
    assertThatTensor(Tensor.of(true, false)).hasDType(DType.BOOL).hasValues(1, 0);
    assertThatTensor(Tensor.of(Shape.of(2), new byte[] {1, (byte) 200}))
        .hasDType(DType.UINT8)
        .hasValues(1, 200);
  }

  @Test
  void rows_give_matrices() {
    assertThatTensor(Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}))
        .hasShape(2, 3)
        .hasValues(1, 2, 3, 4, 5, 6);
    assertThatTensor(Tensor.of(new float[][] {{1}, {2}})).hasDType(DType.FLOAT32).hasShape(2, 1);
    assertThatTensor(Tensor.of(new long[][] {{1, 2}})).hasDType(DType.INT64).hasShape(1, 2);
    assertThatTensor(Tensor.of(new double[0][])).hasShape(0, 0);
    assertThatTensor(Tensor.of(new double[][] {{}, {}})).hasShape(2, 0);
  }

  @Test
  void rows_have_one_length() {
    assertThatThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1 has length 1");
  }

  @Test
  void the_values_are_copied() {
    double[] values = {1, 2, 3};
    Tensor x = Tensor.of(values);
    Tensor matrix = Tensor.of(Shape.of(3, 1), values);
    values[0] = 100;
    assertThatTensor(x).hasValues(1, 2, 3);
    assertThatTensor(matrix).hasValues(1, 2, 3);
    x.toDoubles()[1] = 100;
    assertThatTensor(x).hasValues(1, 2, 3);
  }

  @Test
  void a_shape_has_as_many_elements_as_values_are_given() {
    assertThatThrownBy(() -> Tensor.of(Shape.of(2, 3), new double[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shape '[2, 3]' is invalid for input of size 5");
    assertThatThrownBy(() -> Tensor.of(Shape.of(1), new String[] {"one"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("String[]");
  }

  @Test
  void a_scalar_is_0_d() {
    assertThatTensor(Tensor.scalar(2.5)).hasDType(DType.FLOAT64).hasShape().hasValues(2.5);
    assertThatTensor(Tensor.scalar(7L)).hasDType(DType.INT64).hasShape().hasValues(7);
    assertThatTensor(Tensor.scalar(DType.FLOAT32, 0.1)).hasShape().hasValues((double) 0.1f);
    assertThatTensor(Tensor.of(Shape.SCALAR, new double[] {4})).hasShape().hasValues(4);
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void filled_tensors_have_one_number_in_every_type(DType dtype) {
    assertThatTensor(Tensor.zeros(dtype, Shape.of(2, 3))).hasDType(dtype).hasShape(2, 3);
    assertThatTensor(Tensor.zeros(dtype, Shape.of(2, 3))).isFilledWith(0);
    assertThatTensor(Tensor.ones(dtype, Shape.of(4))).hasDType(dtype).isFilledWith(1);
    assertThatTensor(Tensor.ones(dtype, Shape.SCALAR)).hasDType(dtype).hasShape().hasValues(1);
    assertThatTensor(Tensor.full(dtype, Shape.of(0, 2), 1)).hasDType(dtype).hasShape(0, 2);
    double value = dtype == DType.BOOL ? 1 : 3;
    assertThatTensor(Tensor.full(dtype, Shape.of(2, 1), 3)).hasDType(dtype).isFilledWith(value);
  }

  @Test
  void arange_counts_up_to_but_not_including_the_end() {
    assertThatTensor(Tensor.arange(5)).hasDType(DType.INT64).hasValues(0, 1, 2, 3, 4);
    assertThatTensor(Tensor.arange(2, 11, 3)).hasValues(2, 5, 8);
    assertThatTensor(Tensor.arange(2, 12, 3)).hasValues(2, 5, 8, 11);
    assertThatTensor(Tensor.arange(5, 0, -2)).hasValues(5, 3, 1);
    assertThatTensor(Tensor.arange(3, 3, 1)).hasShape(0);
    assertThatTensor(Tensor.arange(DType.FLOAT64, 0, 1, 0.25)).hasValues(0, 0.25, 0.5, 0.75);
    assertThatTensor(Tensor.arange(DType.FLOAT32, 1, -1, -0.5))
        .hasDType(DType.FLOAT32)
        .hasValues(1, 0.5, 0, -0.5);
  }

  @Test
  void arange_does_not_run_away_from_its_end() {
    assertThatThrownBy(() -> Tensor.arange(0, 5, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("upper bound and larger bound inconsistent with step sign");
    assertThatThrownBy(() -> Tensor.arange(0, 5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step must be nonzero");
    assertThatThrownBy(() -> Tensor.arange(DType.FLOAT64, 1, 0, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linspace_meets_both_ends() {
    assertThatTensor(Tensor.linspace(DType.FLOAT64, 1, 2, 5)).hasValues(1, 1.25, 1.5, 1.75, 2);
    assertThatTensor(Tensor.linspace(DType.FLOAT64, 3, -3, 3)).hasValues(3, 0, -3);
    assertThatTensor(Tensor.linspace(DType.FLOAT64, 3, 9, 1)).hasValues(3);
    assertThatTensor(Tensor.linspace(DType.FLOAT64, 3, 9, 0)).hasShape(0);
    double[] tenths = Tensor.linspace(DType.FLOAT64, -0.1, 0.7, 9).toDoubles();
    assertThat(tenths[0]).isEqualTo(-0.1);
    assertThat(tenths[8]).isEqualTo(0.7);
    assertThatThrownBy(() -> Tensor.linspace(DType.FLOAT64, 0, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number of steps must be non-negative");
  }

  @Test
  void eye_has_ones_on_its_diagonal() {
    assertThatTensor(Tensor.eye(DType.FLOAT32, 2, 2)).hasDType(DType.FLOAT32).hasValues(1, 0, 0, 1);
    assertThatTensor(Tensor.eye(DType.INT64, 2, 3)).hasShape(2, 3).hasValues(1, 0, 0, 0, 1, 0);
    assertThatTensor(Tensor.eye(DType.BOOL, 3, 1)).hasValues(1, 0, 0);
  }

  @Test
  void new_tensors_require_no_gradient_and_are_leaves() {
    Tensor x = Tensor.of(1.0);
    assertThat(x.requiresGrad()).isFalse();
    assertThat(x.isLeaf()).isTrue();
    assertThat(x.gradFn()).isNull();
    assertThat(x.version()).isZero();
    assertThat(x.name()).isNull();
    assertThat(x.name("weight")).isSameAs(x);
    assertThat(x.name()).isEqualTo("weight");
  }
}
