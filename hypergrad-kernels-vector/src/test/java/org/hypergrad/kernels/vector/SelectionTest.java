package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Kernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class SelectionTest {
  private static final DType[] FLOATING = {DType.FLOAT32, DType.FLOAT64};
  private static final double[] VALUES = {
    0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-40, 2.5
  };

  private static <A> Strided<A> random(DType dtype, Shape shape, Random random) {
    return Strided.broadcast(dtype, shape, random, () -> VALUES[random.nextInt(VALUES.length)]);
  }

  private static Shape shape(int seed, Random random) {
    return seed <= 70
        ? Shape.of(seed)
        : Shape.of(random.ints(1 + random.nextInt(3), 1, 40).toArray());
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void comparisons_are_those_of_the_definition(DType dtype) {
    for (CompareOp op : CompareOp.values()) {
      for (int seed = 1; seed < 120; seed++) {
        compare(op, dtype, seed);
      }
    }
  }

  private static <A> void compare(CompareOp op, DType dtype, int seed) {
    Random random = new Random(seed);
    Shape shape = shape(seed, random);
    Strided<A> a = random(dtype, shape, random);
    Strided<A> b = random(dtype, shape, random);
    Strided<boolean[]> holds = Strided.random(DType.BOOL, shape, random, () -> 0);
    Kernels<A> kernels = Alone.kernels(dtype);
    kernels.compare(
        op, a.array(), a.layout(), b.array(), b.layout(), holds.array(), holds.layout());
    double[] left = a.values();
    double[] right = b.values();
    double[] expected = new double[left.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = op.test(left[i], right[i]) ? 1 : 0;
    }
    assertThat(holds.values()).as("%s, seed %d, %s", op, seed, shape).isEqualTo(expected);
    holds.assertGapsUntouched();
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void where_chooses_by_the_mask(DType dtype) {
    for (int seed = 1; seed < 200; seed++) {
      where(dtype, seed);
    }
  }

  private static <A> void where(DType dtype, int seed) {
    Random random = new Random(seed);
    Shape shape = shape(seed, random);
    Strided<A> a = random(dtype, shape, random);
    Strided<A> b = random(dtype, shape, random);
    Strided<A> out = Strided.random(dtype, shape, random, () -> 0);
    Strided<boolean[]> mask = Strided.broadcast(DType.BOOL, shape, random, () -> random.nextInt(2));
    double[] chosen = mask.values();
    double[] left = a.values();
    double[] right = b.values();
    double[] expected = new double[left.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = chosen[i] != 0 ? left[i] : right[i];
    }
    Alone.<A>kernels(dtype)
        .where(
            mask.array(),
            mask.layout(),
            a.array(),
            a.layout(),
            b.array(),
            b.layout(),
            out.array(),
            out.layout());
    assertThat(out.values()).as("seed %d, %s", seed, shape).isEqualTo(expected);
    out.assertGapsUntouched();
  }

  @ParameterizedTest
  @EnumSource
  void copies_between_any_two_layouts(DType dtype) {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int[] sizes = random.ints(random.nextInt(5), 1, seed % 5 == 0 ? 40 : 9).toArray();
      copy(dtype, Shape.of(sizes), random, "seed " + seed);
    }
    copy(dtype, Shape.of(0, 3), new Random(1), "empty");
  }

  private static <A> void copy(DType dtype, Shape shape, Random random, String what) {
    Strided<A> x = Strided.broadcast(dtype, shape, random, () -> 100 * random.nextDouble());
    Strided<A> out = Strided.random(dtype, shape, random, () -> 0);
    Alone.<A>kernels(dtype).copy(x.array(), x.layout(), out.array(), out.layout());
    assertThat(out.values()).as("%s, %s", what, shape).isEqualTo(x.values());
    out.assertGapsUntouched();
  }

  @ParameterizedTest
  @EnumSource
  void large_matrices_are_transposed(DType dtype) {
    transpose(dtype);
  }

  private static <A> void transpose(DType dtype) {
    for (int[] sizes : new int[][] {{1, 333, 517}, {3, 200, 70}, {100, 31, 33}, {2, 1, 90000}}) {
      Shape shape = Shape.of(sizes);
      double[] values = new Random(1).doubles(shape.numel(), 0, 100).toArray();
      Strided<A> stored = Strided.contiguous(dtype, shape, values);
      Strided<A> x = new Strided<>(dtype, stored.array(), stored.layout().transpose(1, 2));
      Strided<A> out = Strided.contiguous(dtype, x.layout().shape(), new double[shape.numel()]);
      Alone.<A>kernels(dtype).copy(x.array(), x.layout(), out.array(), out.layout());
      assertThat(out.values()).as("%s", shape).isEqualTo(x.values());
    }
  }
}
