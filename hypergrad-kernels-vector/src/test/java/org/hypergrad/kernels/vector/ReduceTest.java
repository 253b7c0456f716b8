package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Storage;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.ReduceOp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReduceTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /// A NaN with a sign, as 0/0 gives it on many processors.
  private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xFFF8000000000000L);

  static Stream<Arguments> operations() {
    return Arrays.stream(ReduceOp.values())
        .flatMap(
            op -> Stream.of(DType.FLOAT64, DType.FLOAT32).map(dtype -> Arguments.of(op, dtype)));
  }

  /// The definition: from left to right, but in a sum without a rounding error (Kahan).
  private static double reduce(ReduceOp op, double[] values) {
    double result =
        op == ReduceOp.SUM
            ? 0
            : op == ReduceOp.MAX ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    double lost = 0;
    for (double value : values) {
      if (op == ReduceOp.SUM) {
        double sum = result + (value - lost);
        lost = Double.isFinite(sum) ? sum - result - (value - lost) : 0;
        result = sum;
      } else {
        result = op == ReduceOp.MAX ? Math.max(result, value) : Math.min(result, value);
      }
    }
    return result;
  }

  @SuppressWarnings("unchecked") // the array of the dtype
  private static <A> void check(ReduceOp op, Strided<A> x, int kept, String what) {
    Shape shape = x.layout().shape();
    int results = 1;
    for (int d = 0; d < kept; d++) {
      results *= shape.size(d);
    }
    Storage out = Storage.zeros(x.dtype(), results);
    Kernels<A> kernels = Alone.kernels(x.dtype());
    kernels.reduce(op, x.array(), x.layout(), kept, (A) out.array());
    double[] values = x.values();
    int each = results == 0 ? 0 : values.length / results;
    for (int i = 0; i < results; i++) {
      double[] some = Arrays.copyOfRange(values, i * each, (i + 1) * each);
      double expected = reduce(op, some);
      if (!isRight(op, x.dtype(), out.getDouble(i), expected, some)) {
        fail(
            "%s = %s, not %s; %s, kept %d, result %d",
            op, out.getDouble(i), expected, what, kept, i);
      }
    }
  }

  private static boolean isRight(
      ReduceOp op, DType dtype, double actual, double expected, double[] values) {
    if (op != ReduceOp.SUM) {
      return Precision.same(actual, expected);
    }
    double magnitude = 0;
    for (double value : values) {
      magnitude += Math.abs(value);
    }
    // of float32: two elements are rounded, two of these sums, then the result, each by half a unit
    double unit = dtype == DType.FLOAT32 ? 1.5 * 0x1p-23 : 1e-14;
    return Precision.close(dtype, actual, expected, 1)
        || Math.abs(actual - expected) < unit * magnitude;
  }

  private static <A> void checkRandom(ReduceOp op, DType dtype, Shape shape, int kept, int seed) {
    Random random = new Random(seed);
    Strided<A> x = Strided.broadcast(dtype, shape, random, random::nextGaussian);
    check(op, x, kept, x.layout() + ", seed " + seed);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void rows_of_every_length_up_to_70(ReduceOp op, DType dtype) {
    for (int n = 0; n <= 70; n++) {
      Shape shape = Shape.of(3, n);
      check(
          op,
          Strided.contiguous(dtype, shape, new Random(n).doubles(3 * n, -1, 1).toArray()),
          1,
          "[3, " + n + "]");
      checkRandom(op, dtype, shape, 1, n);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void columns_of_every_number_up_to_70(ReduceOp op, DType dtype) {
    for (int n = 0; n <= 70; n++) {
      Strided<Object> x =
          Strided.contiguous(dtype, Shape.of(3, n), new Random(n).doubles(3 * n, -1, 1).toArray());
      check(
          op,
          new Strided<>(dtype, x.array(), x.layout().transpose(0, 1)),
          1,
          "columns of [3, " + n + "]");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void any_shape_and_strides(ReduceOp op, DType dtype) {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int[] sizes =
          random.ints(random.nextInt(5), seed % 20 == 0 ? 0 : 1, seed % 8 == 0 ? 30 : 7).toArray();
      checkRandom(op, dtype, Shape.of(sizes), random.nextInt(sizes.length + 1), seed);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void long_lines(ReduceOp op, DType dtype) {
    for (Shape shape :
        new Shape[] {
          Shape.of(5000),
          Shape.of(300_007),
          Shape.of(2, 1025),
          Shape.of(3, 700, 5),
          Shape.of(1300, 2),
          Shape.of(9001, 19)
        }) {
      for (int kept = 0; kept <= shape.rank(); kept++) {
        double[] values = new Random(4).doubles(shape.numel(), -1, 1).toArray();
        Strided<Object> x = Strided.contiguous(dtype, shape, values);
        check(op, x, kept, shape + ", seed 4");
        Strided<Object> reversed =
            new Strided<>(dtype, x.array(), x.layout().transpose(0, shape.rank() - 1));
        check(op, reversed, kept, shape + " reversed, seed 4");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nan_and_infinity_wherever_they_stand(ReduceOp op, DType dtype) {
    for (double special : new double[] {Double.NaN, NEGATIVE_NAN, INFINITY, -INFINITY}) {
      for (int n = 1; n <= 70; n++) {
        double[] values = new Random(n).doubles(2 * n, -1, 1).toArray();
        values[(7 * n) % (2 * n)] = special;
        Strided<Object> x = Strided.contiguous(dtype, Shape.of(2, n), values);
        check(op, x, 1, special + " in rows of " + n);
        check(
            op,
            new Strided<>(dtype, x.array(), x.layout().transpose(0, 1)),
            1,
            special + " in columns of 2");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ReduceOp.class,
      names = {"MAX", "MIN"})
  void zeros_are_told_apart_by_their_sign(ReduceOp op) {
    double[] values = new double[120];
    Arrays.fill(values, 3, 90, -0.0);
    for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
      check(op, Strided.contiguous(dtype, Shape.of(120), values), 0, "zeros");
      check(op, Strided.contiguous(dtype, Shape.of(3, 40), values), 1, "zeros");
      check(op, Strided.contiguous(dtype, Shape.of(6, 20), values), 1, "zeros");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void small_numbers_are_not_lost_in_a_long_sum(DType dtype) {
    double[] values = new double[1 << 20];
    Arrays.fill(values, 0.1);
    double exact = (dtype == DType.FLOAT32 ? (double) 0.1f : 0.1) * values.length;
    Storage out = Storage.zeros(dtype, 1);
    Strided<Object> x = Strided.contiguous(dtype, values);
    Alone.kernels(dtype).reduce(ReduceOp.SUM, x.array(), x.layout(), 0, out.array());
    assertThat(Precision.close(dtype, out.getDouble(0), exact, 4))
        .as("sum %s", out.getDouble(0))
        .isTrue();
  }
}
