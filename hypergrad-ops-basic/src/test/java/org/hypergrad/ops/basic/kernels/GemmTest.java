package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.ops.basic.kernels.RandomOperands.forEachCase;
import static org.hypergrad.ops.basic.kernels.ScalarKernels.assertClose;

import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GemmTest {
  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64"})
  void products_are_those_of_the_definition(DType dtype) {
    forEachCase(random -> {
      int batch = random.nextInt(4);
      int m = random.nextInt(9);
      int k = random.nextInt(20);
      int n = random.nextInt(9);
      Operand a = random.tameInput(dtype, Shape.of(batch, m, k));
      Operand b = random.tameInput(dtype, Shape.of(batch, k, n));
      Operand out = random.output(dtype, Shape.of(batch, m, n));
      boolean accumulate = random.nextBoolean();
      Operand expected = out.copy();
      expected.setAll(i -> {
        double sum = accumulate ? out.at(i) : 0;
        for (int j = 0; j < k; j++) {
          sum += a.at(i[0], i[1], j) * b.at(i[0], j, i[2]);
        }
        return sum;
      });

      ScalarKernels.of(dtype)
          .gemm(
              a.array(), a.layout(), b.array(), b.layout(), out.array(), out.layout(), accumulate);

      assertClose(dtype, out.everything(), expected.everything());
    });
  }

  @Test
  void zero_times_infinity_is_not_skipped() {
    double[] out = new double[1];
    Layout row = Layout.contiguous(Shape.of(1, 1, 2));
    Layout column = Layout.contiguous(Shape.of(1, 2, 1));

    ScalarKernels.of(DType.FLOAT64)
        .gemm(
            new double[] {0, 1},
            row,
            new double[] {Double.POSITIVE_INFINITY, 1},
            column,
            out,
            Layout.contiguous(Shape.of(1, 1, 1)),
            false);

    assertThat(out).containsExactly(Double.NaN);
  }
}
