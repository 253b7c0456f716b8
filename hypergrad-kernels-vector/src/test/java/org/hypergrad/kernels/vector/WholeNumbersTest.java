package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.ReduceOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class WholeNumbersTest {
  @SuppressWarnings("unused") // by its name
  private static final Object COMPUTED =
      List.of(BinaryOp.ADD, BinaryOp.SUB, BinaryOp.MUL, BinaryOp.MAXIMUM, BinaryOp.MINIMUM);

  private static final long[] EXTREMES = {
    Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, (1L << 53) + 1
  };

  private final Kernels<long[]> kernels = Alone.kernels(DType.INT64);

  /// Numbers of all 64 bits, and those at the edges.
  private static Strided<long[]> random(Shape shape, Random random) {
    Strided<long[]> x = Strided.broadcast(DType.INT64, shape, random, () -> 0);
    x.layout()
        .forEachPlace(place ->
            x.array()[place] =
                random.nextInt(3) == 0
                    ? EXTREMES[random.nextInt(EXTREMES.length)]
                    : random.nextLong());
    return x;
  }

  private static Shape shape(int seed, Random random) {
    return seed <= 70
        ? Shape.of(seed)
        : Shape.of(random.ints(1 + random.nextInt(3), 1, 40).toArray());
  }

  private static long[] elements(Strided<long[]> x) {
    long[] elements = new long[x.layout().numel()];
    int[] next = {0};
    x.layout().forEachPlace(place -> elements[next[0]++] = x.array()[place]);
    return elements;
  }

  @ParameterizedTest
  @FieldSource("COMPUTED")
  void what_is_too_large_loses_its_upper_bits(BinaryOp op) {
    for (int seed = 1; seed < 200; seed++) {
      Random random = new Random(seed);
      Shape shape = shape(seed, random);
      Strided<long[]> a = random(shape, random);
      Strided<long[]> b = random(shape, random);
      Strided<long[]> out = Strided.random(DType.INT64, shape, random, () -> 0);
      kernels.binary(
          op, 0, 0, a.array(), a.layout(), b.array(), b.layout(), out.array(), out.layout());
      long[] expected = elements(a);
      long[] right = elements(b);
      Arrays.setAll(expected, i -> op.apply(expected[i], right[i]));
      assertThat(elements(out)).as("seed %d, %s", seed, shape).isEqualTo(expected);
      out.assertGapsUntouched();
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbers_that_differ_in_their_last_bit_are_told_apart(CompareOp op) {
    for (int seed = 1; seed < 120; seed++) {
      Random random = new Random(seed);
      Shape shape = shape(seed, random);
      Strided<long[]> a = random(shape, random);
      Strided<long[]> b = random(shape, random);
      Strided<boolean[]> holds = Strided.random(DType.BOOL, shape, random, () -> 0);
      kernels.compare(
          op, a.array(), a.layout(), b.array(), b.layout(), holds.array(), holds.layout());
      long[] left = elements(a);
      long[] right = elements(b);
      double[] expected = new double[left.length];
      Arrays.setAll(expected, i -> op.test(left[i], right[i]) ? 1 : 0);
      assertThat(holds.values()).as("seed %d, %s", seed, shape).isEqualTo(expected);
      holds.assertGapsUntouched();
    }
  }

  @Test
  void where_chooses_all_64_bits() {
    for (int seed = 1; seed < 120; seed++) {
      Random random = new Random(seed);
      Shape shape = shape(seed, random);
      Strided<long[]> a = random(shape, random);
      Strided<long[]> b = random(shape, random);
      Strided<boolean[]> mask =
          Strided.broadcast(DType.BOOL, shape, random, () -> random.nextInt(2));
      Strided<long[]> out = Strided.random(DType.INT64, shape, random, () -> 0);
      kernels.where(
          mask.array(),
          mask.layout(),
          a.array(),
          a.layout(),
          b.array(),
          b.layout(),
          out.array(),
          out.layout());
      long[] expected = elements(a);
      long[] right = elements(b);
      double[] chosen = mask.values();
      Arrays.setAll(expected, i -> chosen[i] != 0 ? expected[i] : right[i]);
      assertThat(elements(out)).as("seed %d, %s", seed, shape).isEqualTo(expected);
      out.assertGapsUntouched();
    }
  }

  @ParameterizedTest
  @EnumSource
  void any_dimensions_are_reduced(ReduceOp op) {
    for (int seed = 1; seed < 200; seed++) {
      Random random = new Random(seed);
      Strided<long[]> x = random(shape(seed, random), random);
      for (int kept = 0; kept <= x.layout().rank(); kept++) {
        reduce(op, x, kept, "seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_nothing_there_is_no_sum(ReduceOp op) {
    reduce(op, new Strided<>(DType.INT64, new long[0], Layout.contiguous(Shape.of(3, 0))), 1, "");
  }

  private void reduce(ReduceOp op, Strided<long[]> x, int kept, String what) {
    LongBinaryOperator combine =
        switch (op) {
          case SUM -> Long::sum;
          case MAX -> Math::max;
          case MIN -> Math::min;
        };
    int results = Shape.of(Arrays.copyOf(x.layout().shape().toArray(), kept)).numel();
    long[] elements = elements(x);
    int each = elements.length / results;
    long[] expected = new long[results];
    Arrays.fill(
        expected,
        switch (op) {
          case SUM -> 0;
          case MAX -> Long.MIN_VALUE;
          case MIN -> Long.MAX_VALUE;
        });
    for (int i = 0; i < elements.length; i++) {
      expected[i / each] = combine.applyAsLong(expected[i / each], elements[i]);
    }
    long[] out = new long[results + 1];
    out[results] = 77;
    kernels.reduce(op, x.array(), x.layout(), kept, out);
    assertThat(Arrays.copyOf(out, results))
        .as("%s, %s, kept %d", what, x.layout(), kept)
        .isEqualTo(expected);
    assertThat(out[results]).as("behind the results").isEqualTo(77);
  }
}
