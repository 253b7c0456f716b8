package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.ops.basic.kernels.RandomOperands.forEachCase;
import static org.hypergrad.ops.basic.kernels.ScalarKernels.assertClose;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.ReduceOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReductionsTest {
  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64"})
  void sums_are_those_of_a_plain_loop(DType dtype) {
    forEachCase(random -> {
      Operand x = random.tameInput(dtype, random.shape(4));
      int kept = random.nextInt(x.shape().rank() + 1);
      assertClose(dtype, reduced(ReduceOp.SUM, x, kept), folded(x, kept, 0, Double::sum));
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64"})
  void the_largest_and_the_smallest_are_found_and_nan_is_passed_on(DType dtype) {
    forEachCase(random -> {
      Operand x = random.input(dtype, withoutEmptyDimensions(random.shape(4)));
      int kept = random.nextInt(x.shape().rank() + 1);
      assertThat(reduced(ReduceOp.MAX, x, kept))
          .containsExactly(folded(x, kept, Double.NEGATIVE_INFINITY, Math::max));
      assertThat(reduced(ReduceOp.MIN, x, kept))
          .containsExactly(folded(x, kept, Double.POSITIVE_INFINITY, Math::min));
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64"})
  void the_first_of_equal_ones_stands_for_all_and_the_first_nan_beats_all(DType dtype) {
    forEachCase(random -> {
      Operand x = random.input(dtype, withoutEmptyDimensions(random.shape(4)));
      int kept = random.nextInt(x.shape().rank() + 1);
      for (ReduceOp op : new ReduceOp[] {ReduceOp.MAX, ReduceOp.MIN}) {
        long[] positions = new long[results(x, kept)];
        Arrays.fill(positions, -1);
        ScalarKernels.of(dtype).argReduce(op, x.array(), x.layout(), kept, positions);
        assertThat(positions).as("%s behind %s", op, kept).containsExactly(firstBest(op, x, kept));
      }
    });
  }

  private static Shape withoutEmptyDimensions(Shape shape) {
    return Shape.of(Arrays.stream(shape.toArray()).map(size -> Math.max(size, 1)).toArray());
  }

  private static int results(Operand x, int kept) {
    return Shape.of(Arrays.copyOf(x.shape().toArray(), kept)).numel();
  }

  private static double[] reduced(ReduceOp op, Operand x, int kept) {
    Operand out = Operand.zeros(x.dtype(), Shape.of(results(x, kept)));
    out.setAll(_ -> 77);
    ScalarKernels.of(x.dtype()).reduce(op, x.array(), x.layout(), kept, out.array());
    return out.elements();
  }

  private static double[] folded(Operand x, int kept, double start, DoubleBinaryOperator combine) {
    double[] elements = x.elements();
    double[] results = new double[results(x, kept)];
    Arrays.fill(results, start);
    for (int i = 0; i < elements.length; i++) {
      int result = i / (elements.length / results.length);
      results[result] = combine.applyAsDouble(results[result], elements[i]);
    }
    return results;
  }

  private static long[] firstBest(ReduceOp op, Operand x, int kept) {
    double[] elements = x.elements();
    double[] best =
        folded(
            x,
            kept,
            op == ReduceOp.MAX ? -1.0 / 0 : 1.0 / 0,
            op == ReduceOp.MAX ? Math::max : Math::min);
    int reduced = elements.length / best.length;
    long[] positions = new long[best.length];
    for (int result = 0; result < best.length; result++) {
      int position = 0;
      while (!same(elements[result * reduced + position], best[result])) {
        position++;
      }
      positions[result] = position;
    }
    return positions;
  }

  private static boolean same(double a, double b) {
    return a == b || Double.isNaN(a) && Double.isNaN(b);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64"})
  void the_sum_of_nothing_is_zero(DType dtype) {
    Operand x = Operand.zeros(dtype, Shape.of(3, 0));
    assertThat(reduced(ReduceOp.SUM, x, 1)).containsExactly(0, 0, 0);
    assertThat(reduced(ReduceOp.SUM, x, 0)).containsExactly(0);
    assertThat(reduced(ReduceOp.SUM, x, 2)).isEmpty();
  }

  @Test
  void rounding_errors_of_a_long_sum_stay_small() {
    double[] x = new double[1 << 20];
    Arrays.fill(x, 0.1);
    double[] sum = new double[1];

    ScalarKernels.of(DType.FLOAT64)
        .reduce(ReduceOp.SUM, x, Layout.contiguous(Shape.of(x.length)), 0, sum);

    double fromLeftToRight = 0;
    for (double element : x) {
      fromLeftToRight += element;
    }
    double exact = 0.1 * x.length;
    assertThat(Math.abs(sum[0] - exact)).isLessThan(1e-9);
    assertThat(Math.abs(fromLeftToRight - exact)).isGreaterThan(1e-7);
  }

  @Test
  void float32_is_added_up_in_double_precision() {
    float[] x = new float[100_000];
    Random random = new Random(3);
    double exact = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
      exact += x[i];
    }
    for (int columns : new int[] {1, 10, x.length}) {
      Layout matrix = Layout.contiguous(Shape.of(x.length / columns, columns));
      float[] byColumn = new float[columns];
      float[] sum = new float[1];
      var kernels = ScalarKernels.of(DType.FLOAT32);
      kernels.reduce(ReduceOp.SUM, x, matrix.transpose(0, 1), 1, byColumn);
      kernels.reduce(ReduceOp.SUM, x, matrix, 0, sum);
      assertThat(sum).containsExactly((float) exact);
      assertThat(byColumn[0]).isEqualTo((float) columnSum(x, columns));
    }
  }

  private static double columnSum(float[] x, int columns) {
    double sum = 0;
    for (int i = 0; i < x.length; i += columns) {
      sum += x[i];
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64"})
  void scatter_add_adds_what_meets_at_an_index_in_order(DType dtype) {
    forEachCase(random -> {
      Shape shape = random.shape(4);
      int dim = random.nextInt(Math.max(1, shape.rank()));
      int choice = shape.rank() == 0 ? 1 : 1 + random.nextInt(6);
      Operand x = random.tameInput(dtype, shape);
      Operand index = random.indices(shape, choice);
      Operand out = random.output(dtype, shape.rank() == 0 ? shape : shape.with(dim, choice));
      Operand expected = out.copy();
      for (int i = 0; i < shape.numel(); i++) {
        int[] from = Operand.indices(i, shape);
        int[] to = from.clone();
        if (to.length > 0) {
          to[dim] = (int) index.at(from);
        }
        expected.set(expected.at(to) + x.at(from), to);
      }

      ScalarKernels.of(dtype)
          .scatterAdd(
              x.array(),
              x.layout(),
              dim,
              (long[]) index.array(),
              index.layout(),
              out.array(),
              out.layout());

      ScalarKernels.assertSame(out, expected);
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void variances_are_mean_squares_around_the_mean(DType dtype) {
    forEachCase(random -> {
      Shape shape = random.shape(4);
      int kept = random.nextInt(shape.rank() + 1);
      Operand x = random.tameInput(dtype, shape);
      int results = 1;
      for (int d = 0; d < kept; d++) {
        results *= shape.size(d);
      }
      Operand out = Operand.zeros(dtype, Shape.of(results));

      ScalarKernels.of(dtype).variance(x.array(), x.layout(), kept, 2, out.array());

      double[] elements = x.elements();
      double[] expected = new double[results];
      int each = results == 0 ? 0 : elements.length / results;
      for (int i = 0; i < results; i++) {
        double[] some = Arrays.copyOfRange(elements, i * each, (i + 1) * each);
        double mean = Arrays.stream(some).average().orElse(0);
        expected[i] = Arrays.stream(some).map(v -> (v - mean) * (v - mean)).sum() / 2;
      }
      assertClose(dtype, out.elements(), expected);
    });
  }
}
