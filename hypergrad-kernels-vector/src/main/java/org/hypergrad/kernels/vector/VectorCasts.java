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

/// Conversions between the element types that networks use most; all others go to the next
/// provider. Of a plain loop the compiler makes vectors, unless truth values or bytes are read or
/// written; there they are made here. A mask becomes numbers by a choice between 1 and 0.
///
/// The loops take elements that lie side by side. Those that lie apart, as after a transposition,
/// are brought together first, part by part, so that what is between stays in the cache.
record VectorCasts(Casts next) implements Casts {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  /// Has a lane for each of a vector of float32; more where that is shorter than 256 bits.
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(
          byte.class, VectorShape.forBitSize(Math.max(64, FLOATS.vectorBitSize() / 4)));

  /// How many neighbours are worth a call of a loop.
  private static final int NEIGHBOURS = 32;

  /// A loop over `n` elements that lie side by side.
  @FunctionalInterface
  private interface Cast {
    void run(int n, int from, int to);
  }

  @Override
  public void cast(Object x, Layout xl, Object out, Layout ol) {
    Cast cast = xl.numel() < VectorKernelProvider.FROM ? null : between(x, out);
    if (cast == null || !areNeighbours(ol)) {
      next.cast(x, xl, out, ol);
    } else if (areNeighbours(xl, ol)) {
      run(cast, xl, ol);
    } else {
      ParallelLoops.parts(
          1,
          parts -> {
            Layout rowMajor = Layout.contiguous(parts[0].shape());
            run(between(rowMajor(x, parts[0]), out), rowMajor, parts[1]);
          },
          xl,
          ol);
    }
  }

  private static boolean areNeighbours(Layout... operands) {
    for (Layout operand : operands) {
      if (Lines.step(operand) != 1) {
        return false;
      }
    }
    return Lines.innermost(operands) >= NEIGHBOURS;
  }

  private static void run(Cast cast, Layout xl, Layout ol) {
    ParallelLoops.run(() -> (n, start, _) -> cast.run(n, start[0], start[1]), xl, ol);
  }

  /// The elements in row-major order, in an array of their own.
  private static Object rowMajor(Object x, Layout xl) {
    int n = xl.numel();
    Layout ol = Layout.contiguous(xl.shape());
    return switch (x) {
      case double[] from -> {
        double[] to = new double[n];
        Float64Copy.copy(from, xl, to, ol);
        yield to;
      }
      case float[] from -> {
        float[] to = new float[n];
        Float32Copy.copy(from, xl, to, ol);
        yield to;
      }
      case long[] from -> {
        long[] to = new long[n];
        Int64Copy.copy(from, xl, to, ol);
        yield to;
      }
      case int[] from -> {
        int[] to = new int[n];
        Int32Copy.copy(from, xl, to, ol);
        yield to;
      }
      case byte[] from -> {
        byte[] to = new byte[n];
        UInt8Copy.copy(from, xl, to, ol);
        yield to;
      }
      case boolean[] from -> {
        boolean[] to = new boolean[n];
        BoolCopy.copy(from, xl, to, ol);
        yield to;
      }
      default -> throw new AssertionError(x.getClass()); // `between` knows it
    };
  }

  /// The conversion between the types of two arrays, or null if it is the next provider's.
  private static Cast between(Object x, Object out) {
    return switch (out) {
      case float[] to ->
          switch (x) {
            case boolean[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case double[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case long[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case int[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case byte[] from -> (n, f, t) -> cast(n, from, f, to, t);
            default -> null;
          };
      case double[] to ->
          switch (x) {
            case boolean[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case float[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case long[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case int[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case byte[] from -> (n, f, t) -> cast(n, from, f, to, t);
            default -> null;
          };
      case long[] to ->
          switch (x) {
            case double[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case float[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case int[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case byte[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case boolean[] from -> (n, f, t) -> cast(n, from, f, to, t);
            default -> null;
          };
      case int[] to ->
          switch (x) {
            case double[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case float[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case long[] from -> (n, f, t) -> cast(n, from, f, to, t);
            default -> null;
          };
      case boolean[] to ->
          switch (x) {
            case float[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case double[] from -> (n, f, t) -> cast(n, from, f, to, t);
            case long[] from -> (n, f, t) -> cast(n, from, f, to, t);
            default -> null;
          };
      default -> null;
    };
  }

  private static void cast(int n, boolean[] x, int from, float[] out, int to) {
    FloatVector zeros = FloatVector.zero(FLOATS);
    int i = 0;
    for (; i <= n - FLOATS.length(); i += FLOATS.length()) {
      zeros.blend(1, VectorMask.fromArray(FLOATS, x, from + i)).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] ? 1 : 0;
    }
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

  private static void cast(int n, boolean[] x, int from, double[] out, int to) {
    DoubleVector zeros = DoubleVector.zero(DOUBLES);
    int i = 0;
    for (; i <= n - DOUBLES.length(); i += DOUBLES.length()) {
      zeros.blend(1, VectorMask.fromArray(DOUBLES, x, from + i)).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] ? 1 : 0;
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

  private static void cast(int n, byte[] x, int from, long[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i] & 0xFF;
    }
  }

  private static void cast(int n, double[] x, int from, int[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (int) (long) x[from + i];
    }
  }

  private static void cast(int n, float[] x, int from, int[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (int) (long) x[from + i];
    }
  }

  private static void cast(int n, long[] x, int from, int[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (int) x[from + i];
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

  private static void cast(int n, long[] x, int from, boolean[] out, int to) {
    int i = 0;
    for (; i <= n - LONGS.length(); i += LONGS.length()) {
      LongVector.fromArray(LONGS, x, from + i)
          .compare(VectorOperators.NE, 0)
          .intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] != 0;
    }
  }
}
