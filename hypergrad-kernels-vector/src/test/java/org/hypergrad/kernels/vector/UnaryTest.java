package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.UnaryOp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnaryTest {
  private static final Set<UnaryOp> EXACT =
      EnumSet.of(
          UnaryOp.NEG,
          UnaryOp.ABS,
          UnaryOp.SIGN,
          UnaryOp.SQUARE,
          UnaryOp.SQRT,
          UnaryOp.RECIPROCAL,
          UnaryOp.RELU,
          UnaryOp.CLAMP);

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    -1e-310,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -1e-40,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    1e-20,
    -1e-20,
    1e-7,
    -1e-7,
    20,
    20.5,
    -20,
    37,
    -37,
    88.7,
    -87.3,
    -104,
    709.7,
    709.8,
    -745.1,
    -746,
    32768,
    32769,
    1e5,
    1048577,
    1e9,
    -1e16,
    1e22,
    Math.PI,
    Math.PI / 2,
    -0.9999999,
    -2,
    0.3,
    -0.25
  };

  static Stream<Arguments> operations() {
    return Arrays.stream(UnaryOp.values())
        .filter(Float64Unary::computes)
        .flatMap(
            op -> Stream.of(DType.FLOAT64, DType.FLOAT32).map(dtype -> Arguments.of(op, dtype)));
  }

  /// p and q as networks use them; the others ignore them.
  private static double p(UnaryOp op) {
    return switch (op) {
      case LEAKY_RELU -> 0.01;
      case ELU -> 1.5;
      case CLAMP -> -0.3;
      default -> 2;
    };
  }

  private static double q(UnaryOp op) {
    return op == UnaryOp.CLAMP ? 0.7 : 20;
  }

  private static <A> void check(UnaryOp op, Strided<A> x, Strided<A> out, String what) {
    Kernels<A> kernels = Alone.kernels(x.dtype());
    kernels.unary(op, p(op), q(op), x.array(), x.layout(), out.array(), out.layout());
    double[] input = x.values();
    double[] output = out.values();
    for (int i = 0; i < input.length; i++) {
      double expected = op.apply(input[i], p(op), q(op));
      if (!isRight(op, x.dtype(), input[i], output[i], expected)) {
        fail("%s(%s) = %s, not %s; %s, element %d", op, input[i], output[i], expected, what, i);
      }
    }
    out.assertGapsUntouched();
  }

  private static boolean isRight(
      UnaryOp op, DType dtype, double x, double actual, double expected) {
    if (EXACT.contains(op)) {
      return Precision.same(actual, Precision.round(dtype, expected));
    }
    // 1 + tanh and 1 + erf cancel: what is left is exact to units of 1, not of itself
    boolean cancels = (op == UnaryOp.GELU || op == UnaryOp.GELU_TANH) && x < 0;
    double units = dtype == DType.FLOAT32 ? 1.5e-7 : 4e-16;
    if (cancels && Math.abs(actual - expected) <= units * Math.abs(x)) {
      return true;
    }
    return Precision.close(dtype, actual, expected, op == UnaryOp.ERF ? 8 : 4);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_length_up_to_70_at_any_offset(UnaryOp op, DType dtype) {
    Random random = new Random(1);
    for (int n = 0; n <= 70; n++) {
      double[] values = random.doubles(n, -3, 3).toArray();
      Strided<?> x = Strided.contiguous(dtype, values);
      check(op, x, Strided.contiguous(dtype, new double[n]), n + " contiguous");
      checkRandom(op, dtype, Shape.of(n), random, "shape [" + n + "], seed 1");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void any_shape_and_strides(UnaryOp op, DType dtype) {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int[] sizes = random.ints(random.nextInt(4), 1, seed % 8 == 0 ? 40 : 9).toArray();
      checkRandom(
          op, dtype, Shape.of(sizes), random, "shape " + Arrays.toString(sizes) + ", seed " + seed);
    }
  }

  private static <A> void checkRandom(
      UnaryOp op, DType dtype, Shape shape, Random random, String what) {
    Strided<A> x = Strided.broadcast(dtype, shape, random, () -> random.nextGaussian() * 3);
    check(op, x, Strided.random(dtype, shape, random, () -> 0), what);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void lines_longer_than_the_buffer(UnaryOp op, DType dtype) {
    Random random = new Random(2);
    Strided<?> x = Strided.contiguous(dtype, random.doubles(1337 * 3, -40, 40).toArray());
    var third = new Strided<Object>(dtype, x.array(), x.layout().slice(0, 1, 1337 * 3, 3));
    check(op, third, Strided.contiguous(dtype, new double[1337]), "1337 at step 3, seed 2");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void special_values_wherever_they_stand(UnaryOp op, DType dtype) {
    double[] reversed = new double[SPECIAL.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = SPECIAL[SPECIAL.length - 1 - i];
    }
    for (double[] values : new double[][] {SPECIAL, reversed}) {
      check(
          op,
          Strided.contiguous(dtype, values),
          Strided.contiguous(dtype, new double[values.length]),
          "special");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void in_place(UnaryOp op, DType dtype) {
    inPlace(op, dtype);
  }

  private static <A> void inPlace(UnaryOp op, DType dtype) {
    double[] values = new Random(3).doubles(101, -3, 3).toArray();
    Strided<A> x = Strided.contiguous(dtype, values);
    Strided<A> apart = Strided.contiguous(dtype, new double[101]);
    check(op, x, apart, "101 contiguous, seed 3");
    Kernels<A> kernels = Alone.kernels(dtype);
    kernels.unary(op, p(op), q(op), x.array(), x.layout(), x.array(), x.layout());
    assertThat(x.values()).isEqualTo(apart.values());
  }
}
