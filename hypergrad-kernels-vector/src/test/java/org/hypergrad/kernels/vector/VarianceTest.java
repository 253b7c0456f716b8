package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.spi.Kernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class VarianceTest {
  private static final DType[] FLOATING = {DType.FLOAT32, DType.FLOAT64};

  private static <A> void check(Strided<A> x, int kept, double tolerance) {
    Shape shape = x.layout().shape();
    int results = 1;
    for (int d = 0; d < kept; d++) {
      results *= shape.size(d);
    }
    int each = x.layout().numel() / results;
    Strided<A> out = Strided.contiguous(x.dtype(), new double[results]);
    Kernels<A> kernels = Alone.kernels(x.dtype());
    kernels.variance(x.array(), x.layout(), kept, 3, out.array());
    double[] values = x.values();
    for (int i = 0; i < results; i++) {
      double[] some = Arrays.copyOfRange(values, i * each, (i + 1) * each);
      double mean = Arrays.stream(some).average().orElseThrow();
      double expected = Arrays.stream(some).map(v -> (v - mean) * (v - mean)).sum() / 3;
      assertThat(out.values()[i])
          .as("%s, kept %d, result %d", x.layout(), kept, i)
          .isCloseTo(expected, within(tolerance * Math.max(1e-3, expected)));
    }
  }

  private static double tolerance(DType dtype) {
    return dtype == DType.FLOAT32 ? 2e-7 : 1e-12;
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void along_lines_and_across_them_of_every_length_up_to_70(DType dtype) {
    for (int n = 1; n <= 70; n++) {
      Random random = new Random(n);
      check(
          Strided.random(dtype, Shape.of(3, n), random, random::nextGaussian), 1, tolerance(dtype));
      check(across(dtype, 5, n, random), 1, tolerance(dtype));
    }
  }

  private static Strided<Object> across(DType dtype, int length, int lines, Random random) {
    double[] values = random.doubles(length * lines, -3, 5).toArray();
    Strided<Object> rows = Strided.contiguous(dtype, Shape.of(length, lines), values);
    return new Strided<>(dtype, rows.array(), rows.layout().transpose(0, 1));
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void any_shape_and_strides(DType dtype) {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      int[] sizes = random.ints(1 + random.nextInt(4), 1, 12).toArray();
      Strided<Object> x = Strided.broadcast(dtype, Shape.of(sizes), random, random::nextGaussian);
      check(x, random.nextInt(sizes.length + 1), tolerance(dtype));
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void many_elements_in_parts(DType dtype) {
    Random random = new Random(1);
    check(Strided.random(dtype, Shape.of(300_007), random, random::nextGaussian), 0, 1e-6);
    check(across(dtype, 3001, 70, random), 1, tolerance(dtype));
    check(across(dtype, 70_001, 3, random), 1, tolerance(dtype));
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void far_from_0_the_spread_is_not_lost(DType dtype) {
    Random random = new Random(2);
    double[] values = random.doubles(10_000, 1e6, 1e6 + 1).toArray();
    check(Strided.contiguous(dtype, values), 0, 1e-6);
    check(Strided.contiguous(dtype, Shape.of(100, 100), values), 1, 1e-6);
  }
}
