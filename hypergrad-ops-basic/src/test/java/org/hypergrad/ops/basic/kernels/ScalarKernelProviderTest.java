package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.Casts;
import org.hypergrad.spi.KernelProvider;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.ReduceOp;
import org.hypergrad.spi.UnaryOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalarKernelProviderTest {
  @Test
  void it_is_the_provider_of_the_lowest_rank() {
    KernelProvider provider = new ScalarKernelProvider();
    assertThat(provider.name()).isEqualTo("scalar");
    assertThat(provider.rank()).isZero();
    assertThat(provider.unavailable()).isEmpty();
  }

  @Test
  void it_is_found_as_a_service() {
    assertThat(Casts.current()).isInstanceOf(ScalarCasts.class);
  }

  @ParameterizedTest
  @EnumSource
  void every_element_type_has_kernels(DType dtype) {
    Kernels<?> kernels = Kernels.of(dtype);
    assertThat(kernels.provider()).isEqualTo("scalar");
    assertThat(kernels.next()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void kernels_know_those_behind_them(DType dtype) {
    Kernels<?> behind = ScalarKernels.of(dtype);
    assertThat(new ScalarKernelProvider().kernels(dtype, Device.CPU, behind).next())
        .isSameAs(behind);
  }

  @ParameterizedTest
  @EnumSource(names = {"INT32", "UINT8", "BOOL"})
  void types_whose_arithmetic_is_done_in_int64_say_what_they_do_not_compute(DType dtype) {
    Object one = dtype.newArray(1);
    assertThatThrownBy(() ->
            ScalarKernels.of(dtype)
                .unary(UnaryOp.NEG, 0, 0, one, Layout.SCALAR, one, Layout.SCALAR))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("unary");
  }

  @Test
  void several_threads_get_the_same_bits() {
    Random random = new Random(5);
    float[] x = new float[64 * 200];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    float[] expected = work(x);
    assertThat(IntStream.range(0, 16).parallel().mapToObj(_ -> work(x)))
        .allSatisfy(bits -> assertThat(Arrays.equals(bits, expected)).isTrue());
  }

  private static float[] work(float[] x) {
    var kernels = ScalarKernels.of(DType.FLOAT32);
    Layout matrix = Layout.contiguous(Shape.of(64, 200));
    Layout batch = Layout.contiguous(Shape.of(1, 64, 200));
    float[] probabilities = new float[x.length];
    float[] product = new float[64 * 64];
    float[] sums = new float[64];
    kernels.softmax(false, x, matrix, probabilities, matrix);
    kernels.gemm(
        probabilities,
        batch,
        x,
        batch.transpose(1, 2),
        product,
        Layout.contiguous(Shape.of(1, 64, 64)),
        false);
    kernels.reduce(ReduceOp.SUM, product, Layout.contiguous(Shape.of(64, 64)), 1, sums);
    return sums;
  }
}
