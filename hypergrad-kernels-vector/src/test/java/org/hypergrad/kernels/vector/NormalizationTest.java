package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.hypergrad.DType;
import org.hypergrad.Threads;
import org.hypergrad.spi.Kernels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class NormalizationTest {
  @SuppressWarnings("unused") // by its name
  private static final Object FLOATING = List.of(DType.FLOAT32, DType.FLOAT64);

  private static final double EPS = 1e-5;

  private final int before = Threads.count();

  @AfterEach
  void as_many_threads_as_before() {
    Threads.setCount(before);
  }

  /// Everything there is about one call, forward and backward.
  private static final class Case<A> {
    final int rows;
    final int columns;
    final Strided<A> x;
    final Strided<A> g;
    final Strided<A> weight;
    final Strided<A> bias;
    final Strided<A> out;
    final Strided<A> mean;
    final Strided<A> scale;
    final Strided<A> forX;
    final Strided<A> forWeight;

    Case(DType dtype, int rows, int columns, boolean affine) {
      Random random = new Random(columns);
      this.rows = rows;
      this.columns = columns;
      x = Strided.contiguous(dtype, random.doubles(rows * columns, -2, 5).toArray());
      g = Strided.contiguous(dtype, random.doubles(rows * columns, -1, 1).toArray());
      weight = affine ? Strided.contiguous(dtype, random.doubles(columns, 0, 2).toArray()) : null;
      bias = affine ? Strided.contiguous(dtype, random.doubles(columns, -1, 1).toArray()) : null;
      out = Strided.contiguous(dtype, new double[rows * columns]);
      mean = Strided.contiguous(dtype, new double[rows]);
      scale = Strided.contiguous(dtype, new double[rows]);
      forX = Strided.contiguous(dtype, new double[rows * columns]);
      forWeight = Strided.contiguous(dtype, new double[columns]);
      Kernels<A> kernels = Alone.kernels(dtype);
      A weights = affine ? weight.array() : null;
      kernels.layerNorm(
          rows,
          columns,
          x.array(),
          weights,
          affine ? bias.array() : null,
          EPS,
          out.array(),
          mean.array(),
          scale.array());
      kernels.layerNormBackward(
          rows,
          columns,
          g.array(),
          x.array(),
          mean.array(),
          scale.array(),
          weights,
          forX.array(),
          forWeight.array());
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void rows_of_every_length_up_to_70_and_long_ones(DType dtype) {
    for (int columns = 1; columns <= 70; columns++) {
      check(new Case<>(dtype, 1 + columns % 5, columns, columns % 2 == 0));
    }
    check(new Case<>(dtype, 3, 5003, true));
    check(new Case<>(dtype, 300, 33, true));
  }

  private static void check(Case<?> its) {
    int columns = its.columns;
    double tolerance = its.x.dtype() == DType.FLOAT32 ? 2e-5 : 1e-12;
    double[] x = its.x.values();
    double[] g = its.g.values();
    double[] weights = its.weight == null ? null : its.weight.values();
    double[] biases = its.bias == null ? null : its.bias.values();
    double[] outs = its.out.values();
    double[] forXs = its.forX.values();
    double[] forWeight = new double[columns];
    for (int row = 0; row < its.rows; row++) {
      int from = row * columns;
      double mean = 0;
      for (int c = 0; c < columns; c++) {
        mean += x[from + c] / columns;
      }
      double variance = 0;
      for (int c = 0; c < columns; c++) {
        variance += (x[from + c] - mean) * (x[from + c] - mean) / columns;
      }
      double scale = 1 / Math.sqrt(variance + EPS);
      double meanOfH = 0;
      double meanAcross = 0;
      for (int c = 0; c < columns; c++) {
        double h = g[from + c] * (weights == null ? 1 : weights[c]);
        meanOfH += h / columns;
        meanAcross += h * (x[from + c] - mean) * scale / columns;
      }
      for (int c = 0; c < columns; c++) {
        double weight = weights == null ? 1 : weights[c];
        double n = (x[from + c] - mean) * scale;
        double y = n * weight + (biases == null ? 0 : biases[c]);
        double forX = (g[from + c] * weight - meanOfH - n * meanAcross) * scale;
        forWeight[c] += g[from + c] * n;
        String what = columns + " columns, row " + row + ", column " + c;
        assertThat(outs[from + c]).as(what).isCloseTo(y, within(tolerance));
        double allowed = tolerance * Math.max(1, scale);
        assertThat(forXs[from + c]).as(what).isCloseTo(forX, within(allowed));
      }
    }
    double[] actual = its.forWeight.values();
    for (int c = 0; c < columns; c++) {
      double allowed = tolerance * Math.max(1, Math.abs(forWeight[c]));
      assertThat(actual[c])
          .as("weight %d of %d", c, columns)
          .isCloseTo(forWeight[c], within(allowed));
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void any_number_of_threads_gives_the_same_bits(DType dtype) {
    Threads.setCount(1);
    Case<Object> alone = new Case<>(dtype, 500, 257, true);
    Threads.setCount(4);
    Case<Object> shared = new Case<>(dtype, 500, 257, true);
    assertThat(shared.out.values()).isEqualTo(alone.out.values());
    assertThat(shared.forX.values()).isEqualTo(alone.forX.values());
    assertThat(shared.forWeight.values()).isEqualTo(alone.forWeight.values());
  }
}
