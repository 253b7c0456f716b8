package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.spi.ReduceOp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlacesTest {
  @SuppressWarnings("unused") // by its name
  private static final DType[] FLOATING = {DType.FLOAT32, DType.FLOAT64};

  private static final double[] SPECIAL = {
    0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  /// Numbers with many ties; some draws have NaN, infinities and zeros of both signs.
  private static DoubleSupplier numbers(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> () -> SPECIAL[random.nextInt(SPECIAL.length)];
      case 1 -> () -> random.nextInt(200) == 0 ? Double.NaN : random.nextGaussian();
      case 2 -> () -> random.nextBoolean() ? 0.0 : -0.0;
      default -> () -> random.nextInt(50);
    };
  }

  private static <A> void check(Strided<A> x, int kept, String what) {
    Shape shape = x.layout().shape();
    int results = Shape.of(Arrays.copyOf(shape.toArray(), kept)).numel();
    double[] values = x.values();
    int each = values.length / results;
    for (ReduceOp op : new ReduceOp[] {ReduceOp.MAX, ReduceOp.MIN}) {
      long[] places = new long[results];
      Alone.<A>kernels(x.dtype()).argReduce(op, x.array(), x.layout(), kept, places);
      long[] expected = new long[results];
      Arrays.setAll(expected, i -> first(op, values, i * each, each));
      assertThat(places)
          .as("%s of %s, kept %d, %s", op, x.layout(), kept, what)
          .isEqualTo(expected);
    }
  }

  /// The definition: one after the other, only a better one takes the place, and nothing is better
  /// than NaN.
  private static long first(ReduceOp op, double[] values, int from, int n) {
    int best = 0;
    for (int i = 1; i < n && !Double.isNaN(values[from + best]); i++) {
      double value = values[from + i];
      double leader = values[from + best];
      if (Double.isNaN(value) || (op == ReduceOp.MAX ? value > leader : value < leader)) {
        best = i;
      }
    }
    return best;
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void rows_and_columns_of_every_length_up_to_200(DType dtype) {
    for (int n = 1; n <= 200; n++) {
      Random random = new Random(n);
      Shape shape = Shape.of(5, n);
      DoubleSupplier numbers = numbers(random);
      double[] values = new double[shape.numel()];
      Arrays.setAll(values, _ -> numbers.getAsDouble());
      Strided<Object> rows = Strided.contiguous(dtype, shape, values);
      check(rows, 1, "rows");
      check(rows, 0, "all");
      check(new Strided<>(dtype, rows.array(), rows.layout().transpose(0, 1)), 1, "columns");
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void any_shape_and_strides(DType dtype) {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      int[] sizes = random.ints(random.nextInt(5), 1, seed % 8 == 0 ? 30 : 7).toArray();
      Strided<Object> x = Strided.broadcast(dtype, Shape.of(sizes), random, numbers(random));
      check(x, random.nextInt(sizes.length + 1), "seed " + seed);
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void long_lines_and_wide_rows(DType dtype) {
    for (int[] sizes : new int[][] {{100_003}, {3, 40_000}, {40_000, 3}, {70, 1100}}) {
      for (int seed = 0; seed < 6; seed++) {
        Random random = new Random(seed);
        Shape shape = Shape.of(sizes);
        DoubleSupplier numbers = numbers(random);
        double[] values = new double[shape.numel()];
        Arrays.setAll(values, _ -> numbers.getAsDouble());
        Strided<Object> x = Strided.contiguous(dtype, shape, values);
        check(x, 0, "all, seed " + seed);
        if (sizes.length == 2) {
          check(x, 1, "rows, seed " + seed);
          Strided<Object> turned = new Strided<>(dtype, x.array(), x.layout().transpose(0, 1));
          check(turned, 0, "all, transposed, seed " + seed);
          check(turned, 1, "columns, seed " + seed);
        }
      }
    }
  }
}
