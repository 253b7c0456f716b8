package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.Kernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GemmTest {
  private static <A> void gemm(Strided<A> a, Strided<A> b, Strided<A> out, boolean accumulate) {
    Kernels<A> kernels = Alone.kernels(a.dtype());
    kernels.gemm(
        a.array(), a.layout(), b.array(), b.layout(), out.array(), out.layout(), accumulate);
  }

  private static <A> void check(
      Strided<A> a, Strided<A> b, Strided<A> out, boolean accumulate, String what) {
    int batch = out.layout().size(0);
    int m = out.layout().size(1);
    int n = out.layout().size(2);
    int k = a.layout().size(2);
    double[] left = a.values();
    double[] right = b.values();
    double[] before = out.values();
    gemm(a, b, out, accumulate);
    double[] after = out.values();
    double unit = out.dtype() == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
    for (int i = 0; i < batch * m; i++) {
      for (int j = 0; j < n; j++) {
        double expected = accumulate ? before[i * n + j] : 0;
        double magnitude = Math.abs(expected);
        for (int p = 0; p < k; p++) {
          double product = left[i * k + p] * right[(i / m * k + p) * n + j];
          expected += product;
          magnitude += Math.abs(product);
        }
        double actual = after[i * n + j];
        // ours rounds once a product; so does, twice, the expected sum, if it is of the same type
        int roundings = out.dtype() == DType.FLOAT32 ? k + 1 : 3 * k + 1;
        boolean close = Math.abs(actual - expected) <= roundings * unit / 2 * magnitude;
        if (!close && !Precision.same(actual, expected)) {
          fail(
              "%s, not %s, in row %d, column %d; batch %d, m %d, k %d, n %d, accumulate %s; %s",
              actual, expected, i, j, batch, m, k, n, accumulate, what);
        }
      }
    }
    out.assertGapsUntouched();
  }

  private static <A> void checkRandom(DType dtype, int batch, int m, int k, int n, int seed) {
    Random random = new Random(seed);
    Strided<A> a = Strided.broadcast(dtype, Shape.of(batch, m, k), random, random::nextGaussian);
    Strided<A> b = Strided.broadcast(dtype, Shape.of(batch, k, n), random, random::nextGaussian);
    Strided<A> out = Strided.random(dtype, Shape.of(batch, m, n), random, random::nextGaussian);
    String what =
        "seed " + seed + ", a: " + a.layout() + ", b: " + b.layout() + ", out: " + out.layout();
    check(a, b, out, random.nextBoolean(), what);
  }

  private static <A> Strided<A> matrix(DType dtype, int rows, int columns, int seed) {
    double[] values = new Random(seed).doubles(rows * columns, -1, 1).toArray();
    return Strided.contiguous(dtype, Shape.of(1, rows, columns), values);
  }

  private static <A> Strided<A> transposed(Strided<A> x) {
    return new Strided<>(x.dtype(), x.array(), x.layout().transpose(1, 2));
  }

  /// Both operands as they are, and transposed.
  private static <A> void checkAllWays(DType dtype, int m, int k, int n) {
    Strided<A> a = matrix(dtype, m, k, 1);
    Strided<A> b = matrix(dtype, k, n, 2);
    Strided<A> aT = transposed(matrix(dtype, k, m, 3));
    Strided<A> bT = transposed(matrix(dtype, n, k, 4));
    check(a, b, matrix(dtype, m, n, 5), false, "contiguous");
    check(a, bT, matrix(dtype, m, n, 5), true, "b transposed");
    check(aT, b, matrix(dtype, m, n, 5), true, "a transposed");
    check(aT, bT, transposed(matrix(dtype, n, m, 5)), false, "all transposed");
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void small_matrices_of_all_sizes(DType dtype) {
    for (int m = 0; m <= 13; m++) {
      for (int n = 0; n <= 70; n++) {
        checkAllWays(dtype, m, (m * 7 + n) % 11, n);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void inner_products_of_every_length_up_to_70(DType dtype) {
    for (int k = 0; k <= 70; k++) {
      checkAllWays(dtype, 3, k, 5);
      checkAllWays(dtype, 5, k, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void batches_in_any_layout(DType dtype) {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int most = seed % 10 == 0 ? 90 : 20;
      checkRandom(
          dtype,
          random.nextInt(4),
          random.nextInt(most),
          random.nextInt(most),
          random.nextInt(most),
          seed);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void sizes_around_those_of_blocks(DType dtype) {
    int rows = Float64Packing.ROWS;
    int depth = Float64Tile.DEPTH;
    int columns = dtype == DType.FLOAT32 ? Float32Tile.COLUMNS : Float64Tile.COLUMNS;
    checkAllWays(dtype, rows - 1, 3, columns);
    checkAllWays(dtype, rows + 1, 5, columns + 1);
    checkAllWays(dtype, 2 * rows + 7, 2, 2 * columns - 1);
    checkAllWays(dtype, 7, depth, 35);
    checkAllWays(dtype, 13, depth + 1, 33);
    checkAllWays(dtype, 5, 2 * depth + 10, columns + 7);
    checkAllWays(dtype, 71, 9, 100);
    checkAllWays(dtype, 72, 9, 100);
    checkAllWays(dtype, rows + 5, depth + 3, 90);
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void nan_and_infinity_stay_in_their_row_and_column(DType dtype) {
    double[] left = new Random(6).doubles(8 * 9, -1, 1).toArray();
    double[] right = new Random(7).doubles(9 * 37, -1, 1).toArray();
    left[7 * 9 + 4] = Double.NaN; // the last row, next to the padding
    left[2 * 9 + 8] = Double.POSITIVE_INFINITY;
    right[3 * 37 + 36] = Double.NEGATIVE_INFINITY; // the last column
    Strided<Object> a = Strided.contiguous(dtype, Shape.of(1, 8, 9), left);
    Strided<Object> b = Strided.contiguous(dtype, Shape.of(1, 9, 37), right);
    check(a, b, matrix(dtype, 8, 37, 8), false, "special");
    check(a, b, matrix(dtype, 8, 37, 8), true, "special");
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void rows_computed_by_themselves_are_the_same_bit_for_bit(DType dtype) {
    Strided<Object> a = matrix(dtype, 200, 500, 1);
    Strided<Object> b = matrix(dtype, 500, 90, 2);
    Strided<Object> whole = matrix(dtype, 200, 90, 3);
    gemm(a, b, whole, false);
    for (int from = 0; from < 200; from += 50) {
      Layout some = a.layout().slice(1, from, from + 50, 1);
      Strided<Object> part = matrix(dtype, 50, 90, 4);
      gemm(new Strided<>(dtype, a.array(), some), b, part, false);
      Layout same = whole.layout().slice(1, from, from + 50, 1);
      assertThat(part.values()).isEqualTo(new Strided<>(dtype, whole.array(), same).values());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void threads_do_not_disturb_each_other(DType dtype)
      throws InterruptedException, ExecutionException {
    Strided<Object> a = matrix(dtype, 130, 400, 1);
    Strided<Object> b = transposed(matrix(dtype, 77, 400, 2));
    Strided<Object> alone = matrix(dtype, 130, 77, 3);
    gemm(a, b, alone, false);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var products =
          IntStream.range(0, 16)
              .mapToObj(seed ->
                  threads.submit(() -> {
                    Strided<Object> out = matrix(dtype, 130, 77, seed);
                    gemm(a, b, out, false);
                    return out.values();
                  }))
              .toList();
      for (Future<double[]> product : products) {
        assertThat(product.get()).isEqualTo(alone.values());
      }
    }
  }
}
