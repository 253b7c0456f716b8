package org.hypergrad.ops.basic;

import static org.hypergrad.DType.BOOL;
import static org.hypergrad.DType.FLOAT32;
import static org.hypergrad.DType.FLOAT64;
import static org.hypergrad.DType.INT32;
import static org.hypergrad.DType.INT64;
import static org.hypergrad.DType.UINT8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypePromotionTest {
  private static Tensor vector(DType dtype) {
    return Tensor.zeros(dtype, Shape.of(2));
  }

  private static Tensor single(DType dtype) {
    return Tensor.zeros(dtype, Shape.SCALAR);
  }

  /// Either way round.
  private static void assertResult(DType expected, Tensor a, Tensor b) {
    assertEquals(expected, TypePromotion.resultType(a, b));
    assertEquals(expected, TypePromotion.resultType(b, a));
  }

  @ParameterizedTest
  @EnumSource
  void one_type_stays(DType dtype) {
    assertResult(dtype, vector(dtype), vector(dtype));
    assertResult(dtype, vector(dtype), single(dtype));
    assertResult(dtype, single(dtype), single(dtype));
  }

  @Test
  void tensors_with_dimensions_meet_in_the_wider_type() {
    assertResult(FLOAT64, vector(FLOAT32), vector(FLOAT64));
    assertResult(FLOAT32, vector(INT64), vector(FLOAT32));
    assertResult(INT64, vector(INT32), vector(INT64));
    assertResult(INT32, vector(UINT8), vector(INT32));
    assertResult(UINT8, vector(BOOL), vector(UINT8));
  }

  @Test
  void a_single_element_does_not_widen_a_tensor_of_its_category() {
    assertResult(FLOAT32, vector(FLOAT32), single(FLOAT64));
    assertResult(UINT8, vector(UINT8), single(INT64));
    assertResult(FLOAT32, vector(FLOAT32), single(INT64));
  }

  @Test
  void a_single_element_of_a_higher_category_decides() {
    assertResult(FLOAT64, vector(INT64), single(FLOAT64));
    assertResult(INT32, vector(BOOL), single(INT32));
  }

  @Test
  void single_elements_meet_in_the_wider_type() {
    assertResult(FLOAT64, single(FLOAT32), single(FLOAT64));
    assertResult(FLOAT32, single(FLOAT32), single(INT64));
  }

  @Test
  void a_plain_number_counts_by_its_category_only() {
    assertEquals(FLOAT32, vector(FLOAT32).mul(0.5).dtype());
    assertEquals(FLOAT32, single(FLOAT32).mul(0.5).dtype());
    assertEquals(FLOAT32, single(FLOAT32).mul(2).dtype());
    assertEquals(INT32, vector(INT32).mul(2).dtype());
    assertEquals(UINT8, single(UINT8).mul(300).dtype());
    assertEquals(INT64, vector(BOOL).add(1).dtype());
  }

  @Test
  void a_plain_fraction_makes_whole_numbers_float32() {
    assertEquals(FLOAT32, vector(INT64).mul(0.5).dtype());
    assertEquals(FLOAT32, single(INT64).rsub(0.5).dtype());
    assertEquals(FLOAT32, vector(BOOL).add(0.5).dtype());
  }

  @Test
  void functions_with_fractional_results_make_whole_numbers_float32() {
    assertEquals(FLOAT32, vector(INT64).exp().dtype());
    assertEquals(FLOAT32, single(BOOL).sigmoid().dtype());
    assertEquals(FLOAT32, vector(INT32).div(vector(INT64)).dtype());
    assertEquals(INT32, vector(INT32).neg().dtype());
  }

  @Test
  void comparisons_are_made_in_the_promoted_type() {
    Tensor tenth = Tensor.of(0.1f);
    assertEquals(true, tenth.eq(0.1).itemBoolean());
    assertEquals(false, tenth.eq(Tensor.of(0.1)).itemBoolean());
    assertEquals(true, Tensor.scalar(FLOAT32, 0.1).eq(0.1).itemBoolean());
  }
}
