package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.DType.BOOL;
import static org.hypergrad.DType.FLOAT32;
import static org.hypergrad.DType.FLOAT64;
import static org.hypergrad.DType.INT32;
import static org.hypergrad.DType.INT64;
import static org.hypergrad.DType.UINT8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Storage;
import org.hypergrad.spi.Casts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class VectorCastsTest {
  private static final List<DType> FLOATING = List.of(FLOAT32, FLOAT64);

  private static final double[] SPECIAL = {
    0,
    -0.0,
    0.4,
    -2.7,
    300.5,
    1e10,
    -1e18,
    1e300,
    -1e300,
    1e-300,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  /// The types of a cast.
  record Pair(DType from, DType to) {}

  /// What is converted here, and not by the next provider.
  static final List<Pair> OURS = ours();

  private static List<Pair> ours() {
    List<Pair> pairs = new ArrayList<>();
    for (DType floating : FLOATING) {
      for (DType other : List.of(BOOL, UINT8, INT32, INT64)) {
        pairs.add(new Pair(other, floating));
      }
      pairs.add(new Pair(floating, BOOL));
      pairs.add(new Pair(floating, INT64));
    }
    pairs.add(new Pair(FLOAT32, FLOAT64));
    pairs.add(new Pair(FLOAT64, FLOAT32));
    for (DType other : List.of(BOOL, UINT8, INT32)) {
      pairs.add(new Pair(other, INT64));
    }
    for (DType other : List.of(FLOAT32, FLOAT64, INT64)) {
      pairs.add(new Pair(other, INT32));
    }
    pairs.add(new Pair(INT64, BOOL));
    return pairs;
  }

  private static double number(DType dtype, Random random) {
    return switch (dtype) {
      case BOOL -> random.nextInt(2);
      case UINT8 -> random.nextInt(256);
      case INT32 -> random.nextInt();
      case INT64 -> random.nextLong() >> 11 << random.nextInt(11); // is a double, too
      case FLOAT32, FLOAT64 ->
          random.nextBoolean()
              ? SPECIAL[random.nextInt(SPECIAL.length)]
              : 1000 * random.nextGaussian();
    };
  }

  private static void check(Casts casts, Pair pair, int n) {
    Random random = new Random(n);
    int front = random.nextInt(3);
    Storage x = Storage.zeros(pair.from, front + n + 2);
    Storage out = Storage.zeros(pair.to, front + n + 2);
    Storage expected = Storage.zeros(pair.to, front + n + 2);
    for (int i = front; i < front + n; i++) {
      x.set(i, number(pair.from, random));
      expected.set(i, x.getDouble(i));
    }
    Layout layout = Layout.contiguous(Shape.of(front + n)).slice(0, front, front + n, 1);
    casts.cast(x.array(), layout, out.array(), layout);
    assertThat(out.array()).as("%s, %d elements", pair, n).isEqualTo(expected.array());
  }

  @ParameterizedTest
  @FieldSource("OURS")
  void every_number_becomes_what_the_definition_says(Pair pair) {
    Casts casts = new VectorKernelProvider().casts(Device.CPU, refusing());
    for (int n = VectorKernelProvider.FROM; n < VectorKernelProvider.FROM + 70; n++) {
      check(casts, pair, n);
    }
    check(casts, pair, 200_003);
  }

  private static Casts refusing() {
    return (_, _, _, _) -> {
      throw new AssertionError("this is for the vector kernels");
    };
  }

  @Test
  void large_longs_are_rounded_once_on_the_way_to_float() {
    long awkward = (1L << 60) + (1L << 36) + 1;
    long[] x = new long[VectorKernelProvider.FROM];
    Arrays.fill(x, awkward);
    float[] out = new float[x.length];
    Layout layout = Layout.contiguous(Shape.of(x.length));
    new VectorCasts(refusing()).cast(x, layout, out, layout);
    assertThat(out).containsOnly((float) awkward);
  }

  @ParameterizedTest
  @FieldSource("OURS")
  void numbers_that_lie_apart_are_brought_together(Pair pair) {
    for (Layout layout :
        new Layout[] {
          Layout.contiguous(Shape.of(313, 150)).transpose(0, 1),
          Layout.contiguous(Shape.of(40, 30, 50)).permute(2, 0, 1),
          Layout.contiguous(Shape.of(150, 313)).slice(1, 3, 313, 2),
          Layout.contiguous(Shape.of(150, 313)).slice(1, 3, 300, 1),
          Layout.contiguous(Shape.of(313)).expand(Shape.of(150, 313)),
          Layout.contiguous(Shape.of(150, 1)).expand(Shape.of(150, 313))
        }) {
      checkApart(pair, layout);
    }
  }

  private static void checkApart(Pair pair, Layout xl) {
    Random random = new Random(7);
    Storage x = Storage.zeros(pair.from, 150 * 400);
    for (int i = 0; i < x.length(); i++) {
      x.set(i, number(pair.from, random));
    }
    Storage out = Storage.zeros(pair.to, xl.numel());
    Storage expected = Storage.zeros(pair.to, xl.numel());
    int[] next = {0};
    xl.forEachPlace(place -> expected.set(next[0]++, x.getDouble(place)));
    Layout ol = Layout.contiguous(xl.shape());
    new VectorCasts(refusing()).cast(x.array(), xl, out.array(), ol);
    assertThat(out.array()).as("%s, %s", pair, xl).isEqualTo(expected.array());
  }

  @Test
  void the_next_provider_gets_what_is_small_goes_apart_or_is_of_other_types() {
    List<String> calls = new ArrayList<>();
    Casts casts =
        new VectorCasts((x, _, out, _) ->
            calls.add(x.getClass().getSimpleName() + " to " + out.getClass().getSimpleName()));
    Layout many = Layout.contiguous(Shape.of(100, 100));
    Layout few = Layout.contiguous(Shape.of(10));
    casts.cast(new float[10], few, new double[10], few);
    casts.cast(new float[10_000], many, new long[10_000], many.transpose(0, 1));
    casts.cast(new float[10_000], many, new byte[10_000], many);
    casts.cast(new boolean[10_000], many, new byte[10_000], many);
    casts.cast(new int[10_000], many, new boolean[10_000], many);
    assertThat(calls)
        .containsExactly(
            "float[] to double[]",
            "float[] to long[]",
            "float[] to byte[]",
            "boolean[] to byte[]",
            "int[] to boolean[]");
  }
}
