package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Threads;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.ReduceOp;
import org.hypergrad.spi.UnaryOp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What is computed on 2 or 8 threads is the same, bit for bit, as on one.
class SameBitsTest {
  @SuppressWarnings("unused") // by its name
  private static final Object FLOATING = List.of(DType.FLOAT32, DType.FLOAT64);

  private final int before = Threads.count();

  @AfterEach
  void as_many_threads_as_before() {
    Threads.setCount(before);
  }

  /// Computes something into an array.
  @FunctionalInterface
  private interface Computation<A> {
    void into(Kernels<A> kernels, A out);
  }

  private static <A> void check(DType dtype, int numel, Computation<A> computation) {
    double[] alone = onThreads(1, dtype, numel, computation);
    for (int threads : new int[] {2, 8}) {
      double[] shared = onThreads(threads, dtype, numel, computation);
      assertThat(Arrays.mismatch(shared, alone))
          .as("%d threads, first other", threads)
          .isEqualTo(-1);
    }
  }

  /// The same for what gives an array of its own.
  private static void check(Supplier<Object> computation) {
    Threads.setCount(1);
    Object alone = computation.get();
    for (int threads : new int[] {2, 8}) {
      Threads.setCount(threads);
      assertThat(computation.get()).as("%d threads", threads).isEqualTo(alone);
    }
  }

  @SuppressWarnings("unchecked") // the tests name the array type of their dtype
  private static <A> double[] onThreads(
      int threads, DType dtype, int numel, Computation<A> computation) {
    Threads.setCount(threads);
    Strided<A> out = Strided.contiguous(dtype, new double[numel]);
    computation.into((Kernels<A>) Alone.kernels(dtype), out.array());
    return out.values();
  }

  private static <A> Strided<A> random(DType dtype, int... sizes) {
    Shape shape = Shape.of(sizes);
    return Strided.contiguous(dtype, shape, new Random(1).doubles(shape.numel(), -1, 1).toArray());
  }

  private static <A> Strided<A> transposed(Strided<A> x) {
    int rank = x.layout().rank();
    return new Strided<>(x.dtype(), x.array(), x.layout().transpose(rank - 2, rank - 1));
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void element_by_element(DType dtype) {
    elementwise(dtype, random(dtype, 313, 517));
    elementwise(dtype, random(dtype, 2, 3, 50021));
    elementwise(dtype, random(dtype, 200001));
    elementwise(dtype, transposed(random(dtype, 313, 517)));
  }

  private static <A> void elementwise(DType dtype, Strided<A> x) {
    Layout out = Layout.contiguous(x.layout().shape());
    SameBitsTest.<A>check(
        dtype,
        out.numel(),
        (kernels, y) -> kernels.unary(UnaryOp.TANH, 0, 0, x.array(), x.layout(), y, out));
    SameBitsTest.<A>check(
        dtype,
        out.numel(),
        (kernels, y) ->
            kernels.binary(
                BinaryOp.DIV, 0, 0, x.array(), x.layout(), x.array(), x.layout(), y, out));
    SameBitsTest.<A>check(
        dtype,
        out.numel(),
        (kernels, y) ->
            kernels.binary(
                BinaryOp.POW, 0, 0, x.array(), x.layout(), x.array(), x.layout(), y, out));
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void sums_along_and_across_lines(DType dtype) {
    for (int[] sizes :
        new int[][] {
          {1_000_003}, {500, 1001}, {3, 200_003}, {200_003, 3}, {100_001, 17}, {70, 4001}
        }) {
      Strided<Object> x = random(dtype, sizes);
      sums(dtype, x);
      if (sizes.length > 1) {
        sums(dtype, transposed(x));
      }
    }
  }

  private static void sums(DType dtype, Strided<Object> x) {
    for (int kept = 0; kept < x.layout().rank(); kept++) {
      int dims = kept;
      SameBitsTest.<Object>check(
          dtype,
          kept == 0 ? 1 : x.layout().size(0),
          (kernels, out) -> kernels.reduce(ReduceOp.SUM, x.array(), x.layout(), dims, out));
      SameBitsTest.<Object>check(
          dtype,
          kept == 0 ? 1 : x.layout().size(0),
          (kernels, out) -> kernels.variance(x.array(), x.layout(), dims, 7, out));
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void products_of_matrices(DType dtype) {
    for (int[] s :
        new int[][] {{1, 150, 801, 300}, {1, 64, 784, 256}, {1, 2, 900, 2000}, {30, 61, 40, 73}}) {
      Strided<Object> a = random(dtype, s[0], s[1], s[2]);
      Strided<Object> b = random(dtype, s[0], s[2], s[3]);
      Strided<Object> aT = transposed(random(dtype, s[0], s[2], s[1]));
      Strided<Object> bT = transposed(random(dtype, s[0], s[3], s[2]));
      product(dtype, a, b);
      product(dtype, a, bT);
      product(dtype, aT, b);
    }
  }

  private static void product(DType dtype, Strided<Object> a, Strided<Object> b) {
    Shape shape = Shape.of(a.layout().size(0), a.layout().size(1), b.layout().size(2));
    Layout ol = Layout.contiguous(shape);
    SameBitsTest.<Object>check(
        dtype,
        shape.numel(),
        (kernels, out) ->
            kernels.gemm(a.array(), a.layout(), b.array(), b.layout(), out, ol, false));
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void softmax_and_its_gradient(DType dtype) {
    for (int[] sizes : new int[][] {{500, 1001}, {20_011, 10}, {1001, 500}}) {
      softmax(dtype, random(dtype, sizes));
      softmax(dtype, transposed(random(dtype, sizes)));
    }
  }

  private static void softmax(DType dtype, Strided<Object> x) {
    Layout ol = Layout.contiguous(x.layout().shape());
    for (boolean log : new boolean[] {false, true}) {
      SameBitsTest.<Object>check(
          dtype,
          ol.numel(),
          (kernels, out) -> kernels.softmax(log, x.array(), x.layout(), out, ol));
      SameBitsTest.<Object>check(
          dtype,
          ol.numel(),
          (kernels, out) ->
              kernels.softmaxBackward(log, x.array(), x.layout(), x.array(), x.layout(), out, ol));
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void rows_added_where_an_index_says(DType dtype) {
    added(dtype, 0, random(dtype, 3000, 200), 70);
    added(dtype, 1, random(dtype, 300, 501), 70);
    added(dtype, 0, random(dtype, 200_003), 3);
  }

  private static void added(DType dtype, int dim, Strided<Object> x, int table) {
    Shape shape = x.layout().shape();
    long[] index = new Random(2).longs(shape.size(dim), 0, table).toArray();
    int[] sizes = new int[shape.rank()];
    Arrays.fill(sizes, 1);
    sizes[dim] = index.length;
    Layout places = Layout.contiguous(Shape.of(sizes)).expand(shape);
    Layout sums = Layout.contiguous(shape.with(dim, table));
    SameBitsTest.<Object>check(
        dtype,
        sums.numel(),
        (kernels, out) -> kernels.scatterAdd(x.array(), x.layout(), dim, index, places, out, sums));
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void elements_read_where_an_index_says(DType dtype) {
    for (int dim = 0; dim < 2; dim++) {
      for (boolean everywhere : new boolean[] {false, true}) {
        read(dtype, dim, random(dtype, 71, 3001), everywhere);
        read(dtype, dim, transposed(random(dtype, 3001, 71)), everywhere);
      }
    }
  }

  /// @param everywhere whether each element has an index of its own, not only each slice
  private static void read(DType dtype, int dim, Strided<Object> x, boolean everywhere) {
    Shape shape = x.layout().shape();
    Shape own = everywhere ? shape : Shape.of(1, 1).with(dim, shape.size(dim));
    long[] index = new Random(3).longs(own.numel(), 0, shape.size(dim)).toArray();
    Layout places = Layout.contiguous(own).expand(shape);
    Layout ol = Layout.contiguous(shape);
    SameBitsTest.<Object>check(
        dtype,
        shape.numel(),
        (kernels, out) -> kernels.gather(x.array(), x.layout(), dim, index, places, out, ol));
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void places_of_the_largest(DType dtype) {
    for (int[] sizes : new int[][] {{1, 200_003}, {300, 1001}, {3, 70_001}, {70_001, 3}}) {
      Strided<Object> x = random(dtype, sizes);
      for (Strided<Object> seen : List.of(x, transposed(x))) {
        for (int kept : new int[] {0, 1}) {
          check(() -> {
            long[] places = new long[kept == 0 ? 1 : seen.layout().size(0)];
            Alone.kernels(dtype).argReduce(ReduceOp.MAX, seen.array(), seen.layout(), kept, places);
            return places;
          });
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("org.hypergrad.kernels.vector.VectorCastsTest#OURS")
  void numbers_in_another_type(VectorCastsTest.Pair pair) {
    Strided<Object> x = random(pair.from(), 313, 517);
    for (Strided<Object> seen : List.of(x, transposed(x))) {
      Layout ol = Layout.contiguous(seen.layout().shape());
      check(() -> {
        Object out = pair.to().newArray(ol.numel());
        new VectorCasts((_, _, _, _) -> {}).cast(seen.array(), seen.layout(), out, ol);
        return out;
      });
    }
  }

  /// The JVM first interprets the kernels, and compiles them once they have run often enough.
  @ParameterizedTest
  @FieldSource("FLOATING")
  void before_and_after_compilation(DType dtype) {
    for (UnaryOp op : UnaryOp.values()) {
      if (Float64Unary.computes(op)) {
        compiled(dtype, op);
      }
    }
  }

  private static <A> void compiled(DType dtype, UnaryOp op) {
    Strided<A> x = random(dtype, 1003);
    Strided<A> y = random(dtype, 1003);
    Kernels<A> kernels = Alone.kernels(dtype);
    kernels.unary(op, 0.5, 2, x.array(), x.layout(), y.array(), y.layout());
    double[] first = y.values();
    for (int i = 0; i < 3000; i++) {
      kernels.unary(op, 0.5, 2, x.array(), x.layout(), y.array(), y.layout());
    }
    assertThat(Arrays.mismatch(y.values(), first)).as("%s, first other", op).isEqualTo(-1);
  }
}
