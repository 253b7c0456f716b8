package org.hypergrad.kernels.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Casts;

/// Conversions between the element types that networks use most, of elements that lie side by side;
/// all others go to the next provider. Of a plain loop the compiler makes vectors, unless truth
/// values or bytes are read or written; there they are made here. A mask becomes numbers by a
/// choice between 1 and 0.
record VectorCasts(Casts next) implements Casts {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  /// Has a lane for each of a vector of float32; more where that is shorter than 256 bits.
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(
          byte.class, VectorShape.forBitSize(Math.max(64, FLOATS.vectorBitSize() / 4)));

  /// A loop over `n` elements that lie side by side.
  @FunctionalInterface
  private interface Cast {
    void run(int n, int from, int to);
  }

  @Override
  public void cast(Object x, Layout xl, Object out, Layout ol) {
    boolean neighbours = xl.isContiguous() && ol.isContiguous();
    boolean many = xl.numel() >= VectorKernelProvider.FROM;
    Runnable conversion = neighbours && many ? conversion(x, xl, out, ol) : null;
    if (conversion == null) {
      next.cast(x, xl, out, ol);
    } else {
      conversion.run();
    }
  }

  /// The conversion between the types of two arrays, or null if it is the next provider's.
  private static Runnable conversion(Object x, Layout xl, Object out, Layout ol) {
    Layout number = Layout.SCALAR.expand(xl.shape());
    return switch (out) {
      case float[] to ->
          switch (x) {
            case boolean[] from ->
                () ->
                    Float32Selection.where(
                        from, xl, new float[] {1}, number, new float[] {0}, number, to, ol);
            case double[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case long[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case int[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case byte[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            default -> null;
          };
      case double[] to ->
          switch (x) {
            case boolean[] from ->
                () ->
                    Float64Selection.where(
                        from, xl, new double[] {1}, number, new double[] {0}, number, to, ol);
            case float[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case long[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case int[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case byte[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            default -> null;
          };
      case long[] to ->
          switch (x) {
            case double[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case float[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case int[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case boolean[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            default -> null;
          };
      case boolean[] to ->
          switch (x) {
            case float[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            case double[] from -> loop((n, f, t) -> cast(n, from, f, to, t), xl, ol);
            default -> null;
          };
      default -> null;
    };
  }

  private static Runnable loop(Cast cast, Layout xl, Layout ol) {
    return () -> ParallelLoops.run(() -> (n, start, _) -> cast.run(n, start[0], start[1]), xl, ol);
  }

  private static void cast(int n, double[] x, int from, float[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (float) x[from + i];
    }
  }

  private static void cast(int n, long[] x, int from, float[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  private static void cast(int n, int[] x, int from, float[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  private static void cast(int n, byte[] x, int from, float[] out, int to) {
    int i = 0;
    for (; i <= n - BYTES.length(); i += FLOATS.length()) {
      ByteVector.fromArray(BYTES, x, from + i)
          .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0)
          .convert(VectorOperators.I2F, 0)
          .reinterpretAsFloats()
          .intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] & 0xFF;
    }
  }

  private static void cast(int n, float[] x, int from, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  private static void cast(int n, long[] x, int from, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  private static void cast(int n, int[] x, int from, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  private static void cast(int n, byte[] x, int from, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i] & 0xFF;
    }
  }

  private static void cast(int n, double[] x, int from, long[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (long) x[from + i];
    }
  }

  private static void cast(int n, float[] x, int from, long[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (long) x[from + i];
    }
  }

  private static void cast(int n, boolean[] x, int from, long[] out, int to) {
    LongVector zeros = LongVector.zero(LONGS);
    int i = 0;
    for (; i <= n - LONGS.length(); i += LONGS.length()) {
      zeros.blend(1, VectorMask.fromArray(LONGS, x, from + i)).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] ? 1 : 0;
    }
  }

  private static void cast(int n, int[] x, int from, long[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  private static void cast(int n, float[] x, int from, boolean[] out, int to) {
    int i = 0;
    for (; i <= n - FLOATS.length(); i += FLOATS.length()) {
      FloatVector.fromArray(FLOATS, x, from + i)
          .compare(VectorOperators.NE, 0)
          .intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] != 0;
    }
  }

  private static void cast(int n, double[] x, int from, boolean[] out, int to) {
    int i = 0;
    for (; i <= n - DOUBLES.length(); i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, from + i)
          .compare(VectorOperators.NE, 0)
          .intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] != 0;
    }
  }
}
