package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.ops.basic.kernels.RandomOperands.forEachCase;
import static org.hypergrad.ops.basic.kernels.ScalarKernels.assertClose;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalizationTest {
  private static final double EPS = 1e-3;

  /// The arguments and results of one call of the kernel.
  private record Call(int rows, int columns, Operand x, Operand weight, Operand bias) {
    Operand run(Operand mean, Operand scale) {
      Operand out = Operand.zeros(x.dtype(), Shape.of(rows, columns));
      ScalarKernels.of(x.dtype())
          .layerNorm(
              rows,
              columns,
              x.array(),
              weight == null ? null : weight.array(),
              bias == null ? null : bias.array(),
              EPS,
              out.array(),
              mean.array(),
              scale.array());
      return out;
    }

    Operand perRow() {
      return Operand.zeros(x.dtype(), Shape.of(rows));
    }
  }

  /// Random numbers, row-major, as these kernels take them.
  private static Operand random(RandomOperands random, DType dtype, int... sizes) {
    double[] elements = random.tameInput(dtype, Shape.of(sizes)).elements();
    Operand operand = Operand.zeros(dtype, Shape.of(sizes));
    for (int i = 0; i < elements.length; i++) {
      operand.storage().set(i, elements[i]);
    }
    return operand;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void rows_are_brought_to_mean_0_and_variance_1_then_scaled_and_shifted(DType dtype) {
    forEachCase(random -> {
      int rows = random.nextInt(4);
      int columns = 1 + random.nextInt(6);
      Operand x = random(random, dtype, rows, columns);
      Operand weight = random(random, dtype, columns);
      Operand bias = random(random, dtype, columns);
      boolean affine = random.nextBoolean();
      Call call = new Call(rows, columns, x, affine ? weight : null, affine ? bias : null);

      double[] y = call.run(call.perRow(), call.perRow()).elements();

      double[] expected = new double[rows * columns];
      for (int row = 0; row < rows; row++) {
        for (int c = 0; c < columns; c++) {
          double normalized = (x.at(row, c) - mean(x, row)) / Math.sqrt(variance(x, row) + EPS);
          expected[row * columns + c] =
              affine ? normalized * weight.at(c) + bias.at(c) : normalized;
        }
      }
      assertClose(dtype, y, expected);
    });
  }

  private static double mean(Operand x, int row) {
    double sum = 0;
    for (int c = 0; c < x.shape().size(1); c++) {
      sum += x.at(row, c);
    }
    return sum / x.shape().size(1);
  }

  private static double variance(Operand x, int row) {
    double sum = 0;
    for (int c = 0; c < x.shape().size(1); c++) {
      sum += Math.pow(x.at(row, c) - mean(x, row), 2);
    }
    return sum / x.shape().size(1);
  }

  @Test
  void the_gradients_are_the_slopes_of_the_forward_pass() {
    forEachCase(random -> {
      int rows = 1 + random.nextInt(3);
      int columns = 1 + random.nextInt(4);
      Shape matrix = Shape.of(rows, columns);
      Operand x = random(random, DType.FLOAT64, rows, columns);
      Operand weight = random(random, DType.FLOAT64, columns);
      Operand g = random(random, DType.FLOAT64, rows, columns);
      Call call = new Call(rows, columns, x, weight, null);
      Operand mean = call.perRow();
      Operand scale = call.perRow();
      call.run(mean, scale);
      Operand forX = Operand.zeros(DType.FLOAT64, matrix);
      Operand forWeight = Operand.zeros(DType.FLOAT64, Shape.of(columns));

      ScalarKernels.of(DType.FLOAT64)
          .layerNormBackward(
              rows,
              columns,
              g.array(),
              x.array(),
              mean.array(),
              scale.array(),
              weight.array(),
              forX.array(),
              forWeight.array());

      assertSlopes(forX, x, call, g);
      assertSlopes(forWeight, weight, call, g);
    });
  }

  private static void assertSlopes(Operand gradient, Operand operand, Call call, Operand g) {
    double h = 1e-5;
    for (int i = 0; i < operand.layout().numel(); i++) {
      int[] place = Operand.indices(i, operand.shape());
      double value = operand.at(place);
      operand.set(value + h, place);
      double above = weighted(call, g);
      operand.set(value - h, place);
      double below = weighted(call, g);
      operand.set(value, place);
      double slope = (above - below) / (2 * h);
      assertThat(Math.abs(gradient.at(place) - slope))
          .as("slope %s, gradient %s", slope, gradient.at(place))
          .isLessThanOrEqualTo(1e-5 * (1 + Math.abs(slope)));
    }
  }

  private static double weighted(Call call, Operand g) {
    double[] y = call.run(call.perRow(), call.perRow()).elements();
    double[] weights = g.elements();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * weights[i];
    }
    return sum;
  }
}
