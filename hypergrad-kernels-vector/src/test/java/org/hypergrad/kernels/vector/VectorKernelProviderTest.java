package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.UnaryOp;
import org.junit.jupiter.api.Test;

class VectorKernelProviderTest {
  private final VectorKernelProvider provider = new VectorKernelProvider();

  @SuppressWarnings("unchecked") // a mock has no type arguments
  private final Kernels<double[]> next = mock(Kernels.class);

  @SuppressWarnings("unchecked") // float64 is double[]
  private final Kernels<double[]> kernels =
      (Kernels<double[]>) provider.kernels(DType.FLOAT64, Device.CPU, next);

  @Test
  void is_found_as_a_service() {
    assertThat(Kernels.of(DType.FLOAT32).provider()).isEqualTo("vector");
  }

  @Test
  void works_on_machines_with_avx2_or_neon() {
    assertThat(VectorKernelProvider.tooSlow(256, "amd64", "mixed mode, sharing")).isEmpty();
    assertThat(VectorKernelProvider.tooSlow(128, "aarch64", "mixed mode")).isEmpty();
  }

  @Test
  void says_why_not_on_others() {
    assertThat(VectorKernelProvider.tooSlow(128, "amd64", "mixed mode"))
        .hasValue("this JVM computes on vectors of 128 bits; they pay from 256 on");
    assertThat(VectorKernelProvider.tooSlow(64, "aarch64", "mixed mode"))
        .hasValue("this JVM computes on vectors of 64 bits; they pay from 128 on");
    assertThat(VectorKernelProvider.tooSlow(512, "amd64", "interpreted mode, sharing"))
        .hasValueSatisfying(reason -> assertThat(reason).contains("interpreted mode"));
    assertThat(VectorKernelProvider.tooSlow(512, "amd64", "mixed mode, emulated-client, sharing"))
        .hasValueSatisfying(reason -> assertThat(reason).contains("emulated-client"));
  }

  @Test
  @SuppressWarnings("unchecked") // a mock takes any array
  void copies_bytes_and_leaves_their_arithmetic_alone() {
    Kernels<byte[]> scalar = mock(Kernels.class);
    Kernels<byte[]> bytes = (Kernels<byte[]>) provider.kernels(DType.UINT8, Device.CPU, scalar);
    Layout layout = Layout.contiguous(Shape.of(4096));
    byte[] x = new byte[4096];
    bytes.copy(x, layout, x, layout);
    verifyNoInteractions(scalar);
    bytes.binary(BinaryOp.ADD, 0, 0, x, layout, x, layout, x, layout);
    verify(scalar).binary(BinaryOp.ADD, 0, 0, x, layout, x, layout, x, layout);
  }

  @Test
  @SuppressWarnings("unchecked") // a mock takes any array
  void powers_of_whole_numbers_are_left_to_the_next() {
    Kernels<long[]> scalar = mock(Kernels.class);
    Kernels<long[]> longs = (Kernels<long[]>) provider.kernels(DType.INT64, Device.CPU, scalar);
    Layout layout = Layout.contiguous(Shape.of(4096));
    long[] x = new long[4096];
    longs.binary(BinaryOp.MUL, 0, 0, x, layout, x, layout, x, layout);
    verifyNoInteractions(scalar);
    longs.binary(BinaryOp.POW, 0, 0, x, layout, x, layout, x, layout);
    verify(scalar).binary(BinaryOp.POW, 0, 0, x, layout, x, layout, x, layout);
  }

  @Test
  void computes_large_operands_itself() {
    Layout layout = Layout.contiguous(Shape.of(4096));
    double[] x = new double[4096];
    kernels.unary(UnaryOp.NEG, 0, 0, x, layout, x, layout);
    kernels.binary(BinaryOp.ADD, 0, 0, x, layout, x, layout, x, layout);
    verifyNoInteractions(next);
  }

  @Test
  void forwards_small_ones() {
    Layout layout = Layout.contiguous(Shape.of(4095));
    double[] x = new double[4095];
    kernels.unary(UnaryOp.NEG, 0, 0, x, layout, x, layout);
    kernels.binary(BinaryOp.ADD, 0, 0, x, layout, x, layout, x, layout);
    verify(next).unary(UnaryOp.NEG, 0, 0, x, layout, x, layout);
    verify(next).binary(BinaryOp.ADD, 0, 0, x, layout, x, layout, x, layout);
  }

  @Test
  void forwards_lines_shorter_than_a_vector() {
    Layout layout = Layout.contiguous(Shape.of(8192, 2)).slice(1, 0, 1, 1);
    Layout rows = Layout.contiguous(Shape.of(8192, 3)).slice(1, 0, 2, 1);
    double[] x = new double[8192 * 3];
    kernels.unary(UnaryOp.NEG, 0, 0, x, rows, x, rows);
    verify(next).unary(UnaryOp.NEG, 0, 0, x, rows, x, rows);
    kernels.unary(UnaryOp.NEG, 0, 0, x, layout, x, layout);
    verifyNoMoreInteractions(next);
  }

  @Test
  void forwards_what_it_has_no_loop_for() {
    Layout layout = Layout.contiguous(Shape.of(5000));
    double[] x = new double[5000];
    kernels.unary(UnaryOp.SOFTSHRINK, 0, 0, x, layout, x, layout);
    verify(next).unary(UnaryOp.SOFTSHRINK, 0, 0, x, layout, x, layout);
  }

  @Test
  void with_nobody_behind_it_says_which_kernel_is_missing() {
    Layout layout = Layout.contiguous(Shape.of(5000));
    double[] x = new double[5000];
    Kernels<double[]> alone = Alone.kernels(DType.FLOAT64);
    assertThatThrownBy(() -> alone.unary(UnaryOp.SOFTSHRINK, 0, 0, x, layout, x, layout))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("unary");
  }
}
