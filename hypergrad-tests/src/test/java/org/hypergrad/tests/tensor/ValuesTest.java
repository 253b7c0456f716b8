package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;

/// Getting numbers out of tensors.
class ValuesTest {
  private final Tensor strided = Tensor.of(new double[][] {{1.5, -2, 0}, {3, 4, 5.75}}).t();

  @Test
  void elements_come_in_row_major_order_whatever_the_strides() {
    assertThat(strided.toDoubles()).containsExactly(1.5, 3, -2, 4, 0, 5.75);
    assertThat(strided.toFloats()).containsExactly(1.5f, 3f, -2f, 4f, 0f, 5.75f);
    assertThat(strided.toLongs()).containsExactly(1, 3, -2, 4, 0, 5);
    assertThat(strided.toBooleans()).containsExactly(true, true, true, true, false, true);
  }

  @Test
  void every_type_converts_to_every_array() {
    for (DType dtype : DType.values()) {
      Tensor x = Tensor.of(1.0, 0.0, 1.0).to(dtype);
      assertThatTensor(x).hasDType(dtype);
      assertThat(x.toDoubles()).containsExactly(1, 0, 1);
      assertThat(x.toFloats()).containsExactly(1, 0, 1);
      assertThat(x.toLongs()).containsExactly(1, 0, 1);
      assertThat(x.toBooleans()).containsExactly(true, false, true);
      assertThat(x.slice(0, 0, 3, 2).toLongs()).containsExactly(1, 1);
    }
  }

  @Test
  void conversion_cuts_fractions_off_and_keeps_the_lower_bits() {
    Tensor x = Tensor.of(-1.9, 0.5, 300.7);
    assertThat(x.to(DType.INT64).toLongs()).containsExactly(-1, 0, 300);
    assertThat(x.to(DType.INT32).toLongs()).containsExactly(-1, 0, 300);
    assertThat(x.to(DType.BOOL).toBooleans()).containsExactly(true, true, true);
    assertThat(Tensor.of(300L, 255L, 256L).to(DType.UINT8).toLongs()).containsExactly(44, 255, 0);
    assertThat(Tensor.of((1L << 32) + 5).to(DType.INT32).toLongs()).containsExactly(5);
    assertThat(Tensor.of(0.1).to(DType.FLOAT32).toDoubles()).containsExactly((double) 0.1f);
    assertThat(Tensor.of(true, false).to(DType.FLOAT64).toDoubles()).containsExactly(1, 0);
  }

  @Test
  void large_whole_numbers_stay_exact() {
    long large = Long.MAX_VALUE - 1;
    assertThat(Tensor.of(large).itemLong()).isEqualTo(large);
    assertThat(Tensor.of(large, 1L).toLongs()).containsExactly(large, 1);
    assertThat(Tensor.of(1L, large).slice(0, 1, 2, 1).toLongs()).containsExactly(large);
  }

  @Test
  void the_only_element_is_an_item() {
    assertThat(Tensor.scalar(2.5).item()).isEqualTo(2.5);
    assertThat(Tensor.of(new double[][] {{7}}).item()).isEqualTo(7);
    assertThat(strided.get(2, 1).item()).isEqualTo(5.75);
    assertThat(Tensor.scalar(-2.7).itemLong()).isEqualTo(-2);
    assertThat(Tensor.of(true).itemBoolean()).isTrue();
    assertThat(Tensor.scalar(0.0).itemBoolean()).isFalse();
    assertThat(Tensor.scalar(DType.FLOAT32, 0.1).item()).isEqualTo((double) 0.1f);
  }

  @Test
  void several_elements_or_none_are_no_item() {
    for (Tensor x : new Tensor[] {strided, Tensor.of(new double[0])}) {
      assertThatThrownBy(x::item)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("only one element tensors can be converted")
          .hasMessageContaining(x.shape().toString());
      assertThatThrownBy(x::itemLong).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(x::itemBoolean).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_floating_0_d_tensor_is_a_number() {
    assertThat(Tensor.scalar(1.0).isNumber()).isTrue();
    assertThat(Tensor.scalar(1L).isNumber()).isFalse();
    assertThat(Tensor.of(1.0).isNumber()).isFalse();
    assertThat(Tensor.of(1.0, 2.0).sum().isNumber()).isTrue();
    assertThat(Tensor.of(1.0, 2.0).get(1).number()).isEqualTo(2);
    assertThat(Tensor.scalar(DType.FLOAT32, 0.1).number()).isEqualTo((double) 0.1f);
  }

  @Test
  void a_tensor_tells_what_it_is() {
    assertThat(strided.rank()).isEqualTo(2);
    assertThat(strided.shape()).isEqualTo(Shape.of(3, 2));
    assertThat(strided.size(-1)).isEqualTo(2);
    assertThat(strided.numel()).isEqualTo(6);
    assertThat(strided.isContiguous()).isFalse();
    assertThat(strided.layout().stride(0)).isEqualTo(1);
    assertThat(strided.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(strided.device()).isEqualTo(Device.CPU);
  }

  @Test
  void types_are_found_by_their_names() {
    for (DType dtype : DType.values()) {
      assertThat(DType.named(dtype.toString())).isEqualTo(dtype);
    }
    assertThat(DType.FLOAT32).hasToString("float32");
    assertThatThrownBy(() -> DType.named("float16"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("float16")
        .hasMessageContaining("float32");
  }
}
