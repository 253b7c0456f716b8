package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.ops.basic.kernels.RandomOperands.forEachCase;
import static org.hypergrad.ops.basic.kernels.ScalarKernels.assertSame;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.UnaryOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementwiseTest {
  private static final double P = 0.75;
  private static final double Q = 2.5;

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void unary_ops_compute_their_definition(DType dtype) {
    for (UnaryOp op : UnaryOp.values()) {
      forEachCase(random -> {
        Shape shape = random.shape(3);
        Operand x = random.input(dtype, shape);
        Operand out = random.output(dtype, shape);
        Operand expected = out.copy();
        expected.setAll(i -> op.apply(x.at(i), P, Q));

        unary(op, x, out);

        assertThat(op).satisfies(_ -> assertSame(out, expected));
      });
    }
  }

  @Test
  void unary_ops_of_whole_numbers_compute_their_definition() {
    for (UnaryOp op : UnaryOp.values()) {
      if (op.keepsIntegers()) {
        forEachCase(random -> {
          Shape shape = random.shape(3);
          Operand x = random.tameInput(DType.INT64, shape);
          Operand out = random.output(DType.INT64, shape);
          Operand expected = out.copy();
          expected.setAll(i -> op.apply((long) x.at(i)));

          unary(op, x, out);

          assertThat(op).satisfies(_ -> assertSame(out, expected));
        });
      }
    }
  }

  private static void unary(UnaryOp op, Operand x, Operand out) {
    ScalarKernels.of(x.dtype()).unary(op, P, Q, x.array(), x.layout(), out.array(), out.layout());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void binary_ops_compute_their_definition(DType dtype) {
    for (BinaryOp op : BinaryOp.values()) {
      forEachCase(random -> {
        Shape shape = random.shape(3);
        Operand a = random.input(dtype, shape);
        Operand b = random.input(dtype, shape);
        Operand out = random.output(dtype, shape);
        Operand expected = out.copy();
        expected.setAll(i -> op.apply(a.at(i), b.at(i), P, Q));

        binary(op, a, b, out);

        assertThat(op).satisfies(_ -> assertSame(out, expected));
      });
    }
  }

  @Test
  void binary_ops_of_whole_numbers_compute_their_definition() {
    for (BinaryOp op : BinaryOp.values()) {
      if (op.keepsIntegers()) {
        forEachCase(random -> {
          Shape shape = random.shape(3);
          Operand a = random.tameInput(DType.INT64, shape);
          Operand b = random.tameInput(DType.INT64, shape);
          Operand out = random.output(DType.INT64, shape);
          Operand expected = out.copy();
          expected.setAll(i -> op.apply((long) a.at(i), (long) b.at(i)));

          binary(op, a, b, out);

          assertThat(op).satisfies(_ -> assertSame(out, expected));
        });
      }
    }
  }

  private static void binary(BinaryOp op, Operand a, Operand b, Operand out) {
    ScalarKernels.of(out.dtype())
        .binary(op, P, Q, a.array(), a.layout(), b.array(), b.layout(), out.array(), out.layout());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void a_result_may_replace_its_input(DType dtype) {
    forEachCase(random -> {
      Shape shape = random.shape(3);
      Operand x = random.output(dtype, shape);
      Operand y = random.input(dtype, shape);
      Operand expected = x.copy();
      expected.setAll(i -> Math.abs(x.at(i) * y.at(i)));

      binary(BinaryOp.MUL, x, y, x);
      unary(UnaryOp.ABS, x, x);

      assertSame(x, expected);
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64"})
  void comparisons_hold_as_defined(DType dtype) {
    Kernels<Object> kernels = ScalarKernels.of(dtype);
    for (CompareOp op : CompareOp.values()) {
      forEachCase(random -> {
        Shape shape = random.shape(3);
        Operand a = random.input(dtype, shape);
        Operand b = random.input(dtype, shape);
        Operand out = random.output(DType.BOOL, shape);
        Operand expected = out.copy();
        expected.setAll(i -> op.test(a.at(i), b.at(i)) ? 1 : 0);

        kernels.compare(
            op,
            a.array(),
            a.layout(),
            b.array(),
            b.layout(),
            (boolean[]) out.array(),
            out.layout());

        assertThat(op).satisfies(_ -> assertSame(out, expected));
      });
    }
  }

  @Test
  void comparisons_of_large_whole_numbers_are_exact() {
    long[] a = {Long.MAX_VALUE};
    long[] b = {Long.MAX_VALUE - 1};
    boolean[] out = {false};
    Operand one = Operand.zeros(DType.INT64, Shape.SCALAR);

    ScalarKernels.of(DType.INT64)
        .compare(CompareOp.GT, a, one.layout(), b, one.layout(), out, one.layout());

    assertThat(out).containsExactly(true);
  }
}
