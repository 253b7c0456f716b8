package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Storage;

/// A strided operand for tests: an array of any type, how its elements lie in it, and around them
/// gaps that nobody may touch.
record Strided<A>(DType dtype, A array, Layout layout) {
  private static final double GAP = -12345;

  /// Elements that lie side by side, from 0.
  static <A> Strided<A> contiguous(DType dtype, double... values) {
    return contiguous(dtype, Shape.of(values.length), values);
  }

  /// Elements in row-major order, from 0.
  static <A> Strided<A> contiguous(DType dtype, Shape shape, double... values) {
    return new Strided<A>(dtype, arrayOf(dtype, values.length), Layout.contiguous(shape))
        .fill(values);
  }

  /// Elements in an order, at steps and from an offset that `random` chooses.
  static <A> Strided<A> random(DType dtype, Shape shape, Random random, DoubleSupplier values) {
    int rank = shape.rank();
    int[] stored = new int[rank]; // which dimension is stored at each level, outermost first
    Arrays.setAll(stored, d -> d);
    for (int d = rank - 1; d > 0 && random.nextBoolean(); d--) {
      int other = random.nextInt(d + 1);
      int dim = stored[d];
      stored[d] = stored[other];
      stored[other] = dim;
    }
    int[] position = new int[rank];
    int[] sizes = new int[rank];
    int[] step = new int[rank];
    for (int level = 0; level < rank; level++) {
      position[stored[level]] = level;
      step[level] = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
      sizes[level] = shape.size(stored[level]) * step[level] + random.nextInt(2);
    }
    int front = random.nextInt(4);
    int length = Shape.of(sizes).numel();
    Layout whole = Layout.contiguous(Shape.of(front + length)).slice(0, front, front + length, 1);
    Layout layout = whole.reshape(Shape.of(sizes));
    for (int level = 0; level < rank; level++) {
      layout = layout.slice(level, 0, shape.size(stored[level]) * step[level], step[level]);
    }
    layout = layout.permute(position);
    A array = arrayOf(dtype, front + length + 3);
    Strided<A> result = new Strided<>(dtype, array, layout);
    double[] elements = new double[shape.numel()];
    Arrays.setAll(elements, _ -> values.getAsDouble());
    return result.fill(elements);
  }

  /// As [#random], but some dimensions repeat one element.
  static <A> Strided<A> broadcast(DType dtype, Shape shape, Random random, DoubleSupplier values) {
    int[] sizes = shape.toArray();
    for (int d = 0; d < sizes.length; d++) {
      sizes[d] = random.nextInt(3) == 0 ? Math.min(sizes[d], 1) : sizes[d];
    }
    Strided<A> small = random(dtype, Shape.of(sizes), random, values);
    return new Strided<>(dtype, small.array, small.layout.expand(shape));
  }

  @SuppressWarnings("unchecked") // the tests name the array type of their dtype
  private static <A> A arrayOf(DType dtype, int length) {
    Storage storage = Storage.zeros(dtype, length);
    for (int i = 0; i < length; i++) {
      storage.set(i, GAP);
    }
    return (A) storage.array();
  }

  private Strided<A> fill(double[] values) {
    Storage storage = Storage.of(dtype, array);
    int[] next = {0};
    layout.forEachPlace(place -> storage.set(place, values[next[0]++]));
    return this;
  }

  /// The elements in row-major order.
  double[] values() {
    Storage storage = Storage.of(dtype, array);
    double[] values = new double[layout.numel()];
    int[] next = {0};
    layout.forEachPlace(place -> values[next[0]++] = storage.getDouble(place));
    return values;
  }

  /// Fails if anything but the elements was written.
  void assertGapsUntouched() {
    Storage storage = Storage.of(dtype, array);
    double gap = Storage.of(dtype, arrayOf(dtype, 1)).getDouble(0);
    boolean[] element = new boolean[storage.length()];
    layout.forEachPlace(place -> element[place] = true);
    for (int i = 0; i < element.length; i++) {
      if (!element[i]) {
        assertThat(storage.getDouble(i)).as("array[%d], a gap of %s", i, layout).isEqualTo(gap);
      }
    }
  }
}
