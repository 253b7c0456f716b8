package org.hypergrad;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import org.hypergrad.spi.Casts;
import org.hypergrad.spi.Kernels;

/// What stands behind the static methods of [Tensor], and copying.
final class Creation {
  private Creation() {}

  static Tensor of(Shape shape, Object values) {
    DType dtype =
        switch (values) {
          case double[] _ -> DType.FLOAT64;
          case float[] _ -> DType.FLOAT32;
          case long[] _ -> DType.INT64;
          case int[] _ -> DType.INT32;
          case byte[] _ -> DType.UINT8;
          case boolean[] _ -> DType.BOOL;
          default ->
              throw new IllegalArgumentException(
                  "A tensor is made of a double[], float[], long[], int[], byte[] or boolean[], not"
                      + " of a "
                      + values.getClass().getSimpleName());
        };
    int length = Array.getLength(values);
    if (length != shape.numel()) {
      throw new IllegalArgumentException(
          "shape '" + shape + "' is invalid for input of size " + length);
    }
    if (shape.rank() == 0 && dtype.isFloating()) {
      return Tensor.scalar(dtype, ((Number) Array.get(values, 0)).doubleValue());
    }
    Object copy = dtype.newArray(length);
    System.arraycopy(values, 0, copy, 0, length);
    return Tensor.of(Storage.of(dtype, copy), Layout.contiguous(shape));
  }

  /// A matrix out of an array of rows, each a primitive array of one length.
  static Tensor ofRows(Object[] rows) {
    int columns = rows.length == 0 ? 0 : Array.getLength(rows[0]);
    Object flat =
        Array.newInstance(
            rows.getClass().getComponentType().getComponentType(), rows.length * columns);
    for (int i = 0; i < rows.length; i++) {
      int length = Array.getLength(rows[i]);
      if (length != columns) {
        throw new IllegalArgumentException(
            "expected rows of length "
                + columns
                + ", as row 0 has, but row "
                + i
                + " has length "
                + length);
      }
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    return of(Shape.of(rows.length, columns), flat);
  }

  static Tensor zeros(DType dtype, Shape shape) {
    return shape.rank() == 0
        ? Tensor.scalar(dtype, 0)
        : Tensor.of(Storage.zeros(dtype, shape.numel()), Layout.contiguous(shape));
  }

  static Tensor full(DType dtype, Shape shape, double value) {
    return shape.rank() == 0 ? Tensor.scalar(dtype, value) : generate(dtype, shape, _ -> value);
  }

  private static Tensor generate(DType dtype, Shape shape, IntToDoubleFunction value) {
    Storage storage = Storage.uninitialized(dtype, shape.numel());
    for (int i = 0; i < shape.numel(); i++) {
      storage.set(i, value.applyAsDouble(i));
    }
    return Tensor.of(storage, Layout.contiguous(shape));
  }

  static Tensor arange(long start, long end, long step) {
    checkStep(start, end, step);
    int n = Math.toIntExact(Math.max(0, Math.ceilDiv(end - start, step)));
    long[] values = new long[n];
    Arrays.setAll(values, i -> start + i * step);
    return of(Shape.of(n), values);
  }

  static Tensor arange(DType dtype, double start, double end, double step) {
    checkStep(start, end, step);
    int n = Math.toIntExact((long) Math.max(0, Math.ceil((end - start) / step)));
    return generate(dtype, Shape.of(n), i -> start + i * step);
  }

  private static void checkStep(double start, double end, double step) {
    if (step == 0) {
      throw new IllegalArgumentException("step must be nonzero");
    }
    if (step > 0 ? start > end : start < end) {
      throw new IllegalArgumentException(
          "upper bound and larger bound inconsistent with step sign: from "
              + start
              + " to "
              + end
              + " by "
              + step);
    }
  }

  static Tensor linspace(DType dtype, double start, double end, int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("number of steps must be non-negative");
    }
    double step = steps > 1 ? (end - start) / (steps - 1) : 0;
    // counted from the nearer end, so that both ends are met exactly
    return generate(
        dtype,
        Shape.of(steps),
        i -> i < steps / 2 || steps == 1 ? start + i * step : end - (steps - 1 - i) * step);
  }

  static Tensor eye(DType dtype, int rows, int columns) {
    Shape shape = Shape.of(rows, columns);
    Storage storage = Storage.zeros(dtype, shape.numel());
    for (int i = 0; i < Math.min(rows, columns); i++) {
      storage.set(i * columns + i, 1);
    }
    return Tensor.of(storage, Layout.contiguous(shape));
  }

  static Tensor rand(Generator generator, DType dtype, Shape shape) {
    // 24 bits for float32, or rounding could give 1
    double unit = dtype == DType.FLOAT32 ? 0x1.0p-24 : 0x1.0p-53;
    return random(generator, dtype, shape, () -> Math.floor(generator.nextDouble() / unit) * unit);
  }

  static Tensor randn(Generator generator, DType dtype, Shape shape) {
    return random(generator, dtype, shape, generator::nextGaussian);
  }

  private static Tensor random(Generator generator, DType dtype, Shape shape, DoubleSupplier next) {
    if (!dtype.isFloating()) {
      throw new IllegalArgumentException("Random real numbers need a floating dtype, not " + dtype);
    }
    synchronized (
        generator) { // one tensor is one run of the generator, whatever other threads draw
      return shape.rank() == 0
          ? Tensor.scalar(dtype, next.getAsDouble())
          : generate(dtype, shape, _ -> next.getAsDouble());
    }
  }

  static Tensor randint(Generator generator, long low, long high, Shape shape) {
    if (low >= high) {
      throw new IllegalArgumentException(
          "random_ expects 'from' to be less than 'to', but got from=" + low + " >= to=" + high);
    }
    long[] values = new long[shape.numel()];
    synchronized (generator) {
      Arrays.setAll(values, _ -> low + generator.nextLong(high - low));
    }
    return of(shape, values);
  }

  /// Fisher and Yates.
  static Tensor permutation(Generator generator, int n) {
    long[] values = new long[n];
    Arrays.setAll(values, i -> i);
    synchronized (generator) {
      for (int i = n - 1; i > 0; i--) {
        int j = (int) generator.nextLong(i + 1);
        long swapped = values[i];
        values[i] = values[j];
        values[j] = swapped;
      }
    }
    return of(Shape.of(n), values);
  }

  // ---- copying

  /// Writes the elements of `from`, broadcast and converted, into `to`; raises no version.
  static void copy(Tensor from, Tensor to) {
    Storage target = to.storage();
    if (from.isNumber() && to.rank() == 0) {
      target.set(to.layout().offset(), from.number());
      return;
    }
    Storage source = from.storage();
    Layout layout = from.layout().expand(to.shape());
    if (from.dtype() == to.dtype()) {
      Kernels.of(to.dtype()).copy(source.array(), layout, target.array(), to.layout());
    } else {
      Casts.current().cast(source.array(), layout, target.array(), to.layout());
    }
  }

  /// A row-major copy, without history.
  static Tensor copyOf(Tensor x) {
    Tensor copy = zeros(x.dtype(), x.shape());
    copy(x, copy);
    return copy;
  }

  static double[] toDoubles(Tensor x) {
    if (x.dtype() == DType.FLOAT64 && x.isContiguous()) {
      int offset = x.layout().offset();
      return Arrays.copyOfRange((double[]) x.storage().array(), offset, offset + x.numel());
    }
    double[] values = new double[x.numel()];
    int[] next = {0};
    x.layout().forEachPlace(place -> values[next[0]++] = x.storage().getDouble(place));
    return values;
  }

  static float[] toFloats(Tensor x) {
    if (x.dtype() == DType.FLOAT32 && x.isContiguous()) {
      int offset = x.layout().offset();
      return Arrays.copyOfRange((float[]) x.storage().array(), offset, offset + x.numel());
    }
    float[] values = new float[x.numel()];
    int[] next = {0};
    x.layout().forEachPlace(place -> values[next[0]++] = (float) x.storage().getDouble(place));
    return values;
  }

  static long[] toLongs(Tensor x) {
    if (x.dtype() == DType.INT64 && x.isContiguous()) {
      int offset = x.layout().offset();
      return Arrays.copyOfRange((long[]) x.storage().array(), offset, offset + x.numel());
    }
    long[] values = new long[x.numel()];
    int[] next = {0};
    x.layout().forEachPlace(place -> values[next[0]++] = x.storage().getLong(place));
    return values;
  }

  static boolean[] toBooleans(Tensor x) {
    boolean[] values = new boolean[x.numel()];
    int[] next = {0};
    x.layout().forEachPlace(place -> values[next[0]++] = x.storage().getDouble(place) != 0);
    return values;
  }
}
