package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;

/// What may be written into a tensor, and what may not.
class InPlaceRulesTest {
  private final Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void the_operand_is_broadcast_to_the_tensor() {
    assertThat(x.add_(Tensor.of(10.0, 20.0, 30.0))).isSameAs(x);
    assertThatTensor(x).hasValues(11, 22, 33, 14, 25, 36);
    x.mul_(Tensor.of(new double[][] {{1}, {0}}));
    assertThatTensor(x).hasValues(11, 22, 33, 0, 0, 0);
    x.copy_(Tensor.scalar(7.0));
    assertThatTensor(x).isFilledWith(7);
  }

  @Test
  void an_operand_that_shows_the_tensor_itself_is_read_before_it_changes() {
    Tensor square = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    square.add_(square.t());
    assertThatTensor(square).hasValues(2, 5, 5, 8);
    square.mul_(square);
    assertThatTensor(square).hasValues(4, 25, 25, 64);
    Tensor first = square.select(0, 0).select(0, 0);
    square.mul_(first);
    assertThatTensor(square).hasValues(16, 100, 100, 256);
    Tensor line = Tensor.of(1.0, 2.0, 3.0, 4.0);
    line.narrow(0, 1, 3).add_(line.narrow(0, 0, 3));
    assertThatTensor(line).hasValues(1, 3, 5, 7);
    Tensor column = x.select(1, 0);
    column.sub_(Tensor.of(1.0, 1.0));
    assertThatTensor(x).hasValues(0, 2, 3, 3, 5, 6);
    assertThat(x.version()).isEqualTo(1);
  }

  @Test
  void the_tensor_is_not_broadcast_to_the_operand() {
    assertThatThrownBy(() -> Tensor.of(1.0, 2.0, 3.0).add_(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "output with shape [3] doesn't match the broadcast shape [2, 3] in add_");
    Tensor column = Tensor.of(new double[][] {{1}, {2}});
    assertThatThrownBy(() -> column.mul_(x)).isInstanceOf(IllegalArgumentException.class);
    assertThatTensor(column).hasValues(1, 2);
    assertThat(column.version()).isZero();
  }

  @Test
  void shapes_that_do_not_broadcast_change_nothing() {
    assertThatThrownBy(() -> x.add_(Tensor.of(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The size of tensor a (3) must match the size of tensor b (2)");
    assertThatThrownBy(() -> x.copy_(Tensor.of(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatTensor(x).hasValues(1, 2, 3, 4, 5, 6);
    assertThat(x.version()).isZero();
  }

  @Test
  void the_tensor_keeps_its_type() {
    Tensor narrow = Tensor.of(1f, 2f);
    narrow.add_(Tensor.of(0.1, 0.2));
    assertThatTensor(narrow)
        .hasDType(DType.FLOAT32)
        .hasValues((double) (float) 1.1, (double) (float) 2.2);
    Tensor whole = Tensor.of(1, 2);
    whole.add_(Tensor.of(5L, 6L));
    assertThatTensor(whole).hasDType(DType.INT32).hasValues(6, 8);
  }

  @Test
  void a_result_of_a_higher_category_is_not_written() {
    Tensor whole = Tensor.of(1L, 2L);
    assertThatThrownBy(() -> whole.add_(0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("result type float32 can't be cast to the desired output type int64");
    assertThatThrownBy(() -> whole.div_(2L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't be cast to the desired output type int64");
    Tensor mask = Tensor.of(true, false);
    assertThatThrownBy(() -> mask.add_(1L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("result type int64 can't be cast to the desired output type bool");
    assertThatTensor(whole).hasValues(1, 2);
    assertThat(whole.version()).isZero();
    assertThat(mask.version()).isZero();
  }

  @Test
  void copy_converts_whatever_the_categories() {
    Tensor whole = Tensor.of(1L, 2L);
    whole.copy_(Tensor.of(3.9, -4.9));
    assertThatTensor(whole).hasDType(DType.INT64).hasValues(3, -4);
  }

  @Test
  void a_tensor_that_repeats_an_element_is_not_written() {
    Tensor repeated = Tensor.of(1.0, 2.0).unsqueeze(1).expand(2, 3);
    assertThatThrownBy(() -> repeated.add_(1.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unsupported operation")
        .hasMessageContaining(
            "more than one element of the written-to tensor refers to a single memory location")
        .hasMessageContaining("clone()");
    assertThatTensor(repeated).hasValues(1, 1, 1, 2, 2, 2);
  }

  @Test
  void an_operand_that_overlaps_is_read_before_it_is_written() {
    Tensor square = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    square.add_(square.t());
    assertThatTensor(square).hasValues(2, 5, 5, 8);
    Tensor row = Tensor.of(1.0, 2.0, 3.0, 4.0);
    row.slice(0, 1, 4, 1).copy_(row.slice(0, 0, 3, 1));
    assertThatTensor(row).hasValues(1, 1, 2, 3);
    x.sub_(x.get(0));
    assertThatTensor(x).hasValues(0, 0, 0, 3, 3, 3);
  }

  @Test
  void every_operation_in_place_does_what_its_namesake_does() {
    Tensor v = Tensor.of(0.25, 0.5, 2.0);
    assertThatTensor(v.clone().sub_(1.0)).hasValues(v.sub(1.0).toDoubles());
    assertThatTensor(v.clone().div_(4L)).hasValues(v.div(4L).toDoubles());
    assertThatTensor(v.clone().pow_(3L)).hasValues(v.pow(3L).toDoubles());
    assertThatTensor(v.clone().pow_(Tensor.scalar(0.5))).hasValues(v.sqrt().toDoubles());
    assertThatTensor(v.clone().clamp_(0.3, null)).hasValues(0.3, 0.5, 2);
    assertThatTensor(v.clone().maskedFill_(v.lt(0.4), 9)).hasValues(9, 0.5, 2);
    assertThatTensor(v.clone().neg_()).hasValues(v.neg().toDoubles());
    assertThatTensor(v.neg().abs_()).hasValues(v.toDoubles());
    assertThatTensor(v.clone().square_()).hasValues(v.square().toDoubles());
    assertThatTensor(v.clone().sqrt_()).hasValues(v.sqrt().toDoubles());
    assertThatTensor(v.clone().rsqrt_()).hasValues(v.rsqrt().toDoubles());
    assertThatTensor(v.clone().reciprocal_()).hasValues(v.reciprocal().toDoubles());
    assertThatTensor(v.clone().exp_()).hasValues(v.exp().toDoubles());
    assertThatTensor(v.clone().log_()).hasValues(v.log().toDoubles());
    assertThatTensor(v.clone().sin_()).hasValues(v.sin().toDoubles());
    assertThatTensor(v.clone().cos_()).hasValues(v.cos().toDoubles());
    assertThatTensor(v.clone().tanh_()).hasValues(v.tanh().toDoubles());
    assertThatTensor(v.clone().sigmoid_()).hasValues(v.sigmoid().toDoubles());
    assertThatTensor(v.neg().relu_()).hasValues(0, 0, 0);
    assertThatTensor(v.clone().fill_(3)).isFilledWith(3);
    assertThatTensor(v.clone().zero_()).isFilledWith(0);
  }
}
