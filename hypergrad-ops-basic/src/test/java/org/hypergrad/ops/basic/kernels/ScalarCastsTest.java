package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.ops.basic.kernels.RandomOperands.forEachCase;
import static org.hypergrad.ops.basic.kernels.ScalarKernels.assertSame;

import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalarCastsTest {
  private final ScalarCasts casts = new ScalarCasts();

  @ParameterizedTest
  @EnumSource
  void every_type_becomes_every_other_one_and_nothing_else_is_touched(DType from) {
    for (DType to : DType.values()) {
      forEachCase(random -> {
        Shape shape = random.shape(3);
        Operand x = random.input(from, shape);
        Operand out = random.output(to, shape);
        Operand expected = out.copy();
        expected.setAll(x::at);

        casts.cast(x.array(), x.layout(), out.array(), out.layout());

        assertThat(to).satisfies(_ -> assertSame(out, expected));
      });
    }
  }

  @Test
  void fractions_are_cut_off_towards_zero() {
    assertThat((long[]) cast(new double[] {2.7, -2.7, 1e300, Double.NaN}, DType.INT64))
        .containsExactly(2, -2, Long.MAX_VALUE, 0);
    assertThat((int[]) cast(new float[] {2.7f, -2.7f}, DType.INT32)).containsExactly(2, -2);
  }

  @Test
  void numbers_too_large_lose_their_upper_bits() {
    assertThat((int[]) cast(new long[] {1L << 32 | 5, -1}, DType.INT32)).containsExactly(5, -1);
    assertThat((byte[]) cast(new int[] {256 + 7, -1, 200}, DType.UINT8))
        .containsExactly((byte) 7, (byte) 255, (byte) 200);
    assertThat((byte[]) cast(new double[] {300.5, -1}, DType.UINT8))
        .containsExactly((byte) 44, (byte) 255);
  }

  @Test
  void uint8_has_no_negative_numbers() {
    assertThat((int[]) cast(new byte[] {(byte) 200, 3}, DType.INT32)).containsExactly(200, 3);
    assertThat((float[]) cast(new byte[] {(byte) 255}, DType.FLOAT32)).containsExactly(255f);
  }

  @Test
  void everything_but_zero_is_true() {
    assertThat((boolean[]) cast(new double[] {0, -0.0, 0.3, Double.NaN}, DType.BOOL))
        .containsExactly(false, false, true, true);
    assertThat((boolean[]) cast(new int[] {0, 256}, DType.BOOL)).containsExactly(false, true);
    assertThat((double[]) cast(new boolean[] {true, false}, DType.FLOAT64)).containsExactly(1, 0);
  }

  @Test
  void large_longs_are_rounded_once_on_the_way_to_float() {
    long awkward = (1L << 60) + (1L << 36) + 1;
    assertThat((float[]) cast(new long[] {awkward}, DType.FLOAT32))
        .containsExactly((float) awkward);
    assertThat((float) awkward).isNotEqualTo((float) (double) awkward);
    assertThat((long[]) cast(new long[] {Long.MAX_VALUE - 1}, DType.INT64))
        .containsExactly(Long.MAX_VALUE - 1);
  }

  private Object cast(Object x, DType to) {
    Layout layout = Layout.contiguous(Shape.of(java.lang.reflect.Array.getLength(x)));
    Object out = to.newArray(layout.numel());
    casts.cast(x, layout, out, layout);
    return out;
  }

  @Test
  void other_arrays_are_refused() {
    Layout one = Layout.contiguous(Shape.of(1));
    assertThatThrownBy(() -> casts.cast(new char[1], one, new double[1], one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("char[]");
    assertThatThrownBy(() -> casts.cast(new double[1], one, new short[1], one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("short[]");
  }
}
