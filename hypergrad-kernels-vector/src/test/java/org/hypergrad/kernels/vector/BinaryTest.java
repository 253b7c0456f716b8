package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Kernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BinaryTest {
  private static final double P = 0.5;
  private static final double Q = 2;

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2,
    3,
    -3,
    0.5,
    -0.5,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1e-310,
    1e300,
    -1e300,
    1e-40,
    Float.MAX_VALUE,
    Double.MIN_VALUE,
    Float.MIN_VALUE,
    -1e-30,
    4e9,
    9007199254740993d,
    2.5
  };

  static Stream<Arguments> operations() {
    return Arrays.stream(BinaryOp.values())
        .filter(op -> Float64Binary.computes(op) || Float64Slopes.computes(op))
        .flatMap(
            op -> Stream.of(DType.FLOAT64, DType.FLOAT32).map(dtype -> Arguments.of(op, dtype)));
  }

  /// Slopes of activations are differences: exact to units of the terms, not of what is left.
  private static boolean isRight(
      BinaryOp op, DType dtype, double a, double b, double actual, double expected) {
    if (Precision.same(actual, Precision.round(dtype, expected))) {
      return true;
    }
    if (op == BinaryOp.POW) {
      return Precision.close(dtype, actual, expected, 2);
    }
    double units = dtype == DType.FLOAT32 ? 5e-7 : 4e-15;
    double terms = Math.abs(a) * Math.max(1, b * b);
    return op.name().endsWith("_BACKWARD") && Math.abs(actual - expected) <= units * terms;
  }

  private static <A> void check(
      BinaryOp op, Strided<A> a, Strided<A> b, Strided<A> out, String what) {
    Kernels<A> kernels = Alone.kernels(a.dtype());
    kernels.binary(
        op, P, Q, a.array(), a.layout(), b.array(), b.layout(), out.array(), out.layout());
    double[] left = a.values();
    double[] right = b.values();
    double[] output = out.values();
    for (int i = 0; i < left.length; i++) {
      double expected = op.apply(left[i], right[i], P, Q);
      if (!isRight(op, a.dtype(), left[i], right[i], output[i], expected)) {
        fail(
            "%s %s %s = %s, not %s; %s, element %d",
            left[i], op, right[i], output[i], expected, what, i);
      }
    }
    out.assertGapsUntouched();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_length_up_to_70(BinaryOp op, DType dtype) {
    Random random = new Random(1);
    for (int n = 0; n <= 70; n++) {
      Strided<?> out = Strided.contiguous(dtype, new double[n]);
      checkContiguous(
          op, out, random.doubles(n, -3, 3).toArray(), random.doubles(n, -3, 3).toArray());
      checkRandom(op, dtype, Shape.of(n), random, "shape [" + n + "], seed 1");
    }
  }

  private static <A> void checkContiguous(BinaryOp op, Strided<A> out, double[] a, double[] b) {
    DType dtype = out.dtype();
    check(
        op,
        Strided.contiguous(dtype, a),
        Strided.contiguous(dtype, b),
        out,
        a.length + " contiguous");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void any_shape_and_strides(BinaryOp op, DType dtype) {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int[] sizes = random.ints(random.nextInt(4), 1, seed % 8 == 0 ? 40 : 9).toArray();
      checkRandom(
          op, dtype, Shape.of(sizes), random, "shape " + Arrays.toString(sizes) + ", seed " + seed);
    }
  }

  private static <A> void checkRandom(
      BinaryOp op, DType dtype, Shape shape, Random random, String what) {
    Strided<A> a = Strided.broadcast(dtype, shape, random, random::nextGaussian);
    Strided<A> b = Strided.broadcast(dtype, shape, random, random::nextGaussian);
    check(op, a, b, Strided.random(dtype, shape, random, () -> 0), what);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void a_number_or_a_row_meets_a_matrix(BinaryOp op, DType dtype) {
    meet(op, dtype);
  }

  private static <A> void meet(BinaryOp op, DType dtype) {
    Shape shape = Shape.of(7, 1333);
    Random random = new Random(2);
    Strided<A> matrix =
        Strided.contiguous(dtype, shape, random.doubles(shape.numel(), -2, 2).toArray());
    for (Shape small : new Shape[] {Shape.SCALAR, Shape.of(1333), Shape.of(7, 1)}) {
      double[] values = random.doubles(small.numel(), -2, 2).toArray();
      Strided<A> stored = Strided.contiguous(dtype, small, values);
      Strided<A> repeated = new Strided<>(dtype, stored.array(), stored.layout().expand(shape));
      Strided<A> out = Strided.contiguous(dtype, shape, new double[shape.numel()]);
      check(op, matrix, repeated, out, "[7, 1333] and " + small + ", seed 2");
      check(op, repeated, matrix, out, small + " and [7, 1333], seed 2");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void special_values_with_each_other(BinaryOp op, DType dtype) {
    double[] second =
        op.name().endsWith("_BACKWARD") // squares and cubes in them must not overflow
            ? Arrays.stream(SPECIAL).filter(x -> Math.abs(x) < 1e9 || x - x != 0).toArray()
            : SPECIAL;
    int n = SPECIAL.length;
    double[] left = new double[n * n];
    double[] right = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      left[i] = Precision.round(dtype, SPECIAL[i / n]);
      right[i] = Precision.round(dtype, second[i % second.length]);
    }
    checkContiguous(op, Strided.contiguous(dtype, new double[n * n]), left, right);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void in_place(BinaryOp op, DType dtype) {
    inPlace(op, dtype);
  }

  private static <A> void inPlace(BinaryOp op, DType dtype) {
    Random random = new Random(3);
    Strided<A> a = Strided.contiguous(dtype, random.doubles(101, -3, 3).toArray());
    Strided<A> b = Strided.contiguous(dtype, random.doubles(101, -3, 3).toArray());
    Strided<A> apart = Strided.contiguous(dtype, new double[101]);
    check(op, a, b, apart, "101 contiguous, seed 3");
    Kernels<A> kernels = Alone.kernels(dtype);
    kernels.binary(op, P, Q, a.array(), a.layout(), b.array(), b.layout(), a.array(), a.layout());
    assertThat(a.values()).isEqualTo(apart.values());
  }
}
