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

/// Conversions of `n` elements that lie side by side, from place `from` of x on, to place `to` on.
///
/// Of a plain loop the compiler makes vectors, unless truth values or bytes are read or written;
/// there they are made here. A mask becomes numbers by a choice between 1 and 0.
final class CastLoops {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  /// Has a lane for each of a vector of float32; more where that is shorter than 256 bits.
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(
          byte.class, VectorShape.forBitSize(Math.max(64, FLOATS.vectorBitSize() / 4)));

  /// Has a lane for each of a vector of int64, or more.
  private static final VectorSpecies<Byte> EIGHT_BYTES = ByteVector.SPECIES_64;

  private CastLoops() {}

  static void cast(int n, boolean[] x, int from, float[] out, int to) {
    FloatVector zeros = FloatVector.zero(FLOATS);
    int i = 0;
    for (; i <= n - FLOATS.length(); i += FLOATS.length()) {
      zeros.blend(1, VectorMask.fromArray(FLOATS, x, from + i)).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] ? 1 : 0;
    }
  }

  static void cast(int n, double[] x, int from, float[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (float) x[from + i];
    }
  }

  static void cast(int n, long[] x, int from, float[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  static void cast(int n, int[] x, int from, float[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  static void cast(int n, byte[] x, int from, float[] out, int to) {
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

  static void cast(int n, boolean[] x, int from, double[] out, int to) {
    DoubleVector zeros = DoubleVector.zero(DOUBLES);
    int i = 0;
    for (; i <= n - DOUBLES.length(); i += DOUBLES.length()) {
      zeros.blend(1, VectorMask.fromArray(DOUBLES, x, from + i)).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] ? 1 : 0;
    }
  }

  static void cast(int n, float[] x, int from, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  static void cast(int n, long[] x, int from, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  static void cast(int n, int[] x, int from, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  static void cast(int n, byte[] x, int from, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i] & 0xFF;
    }
  }

  static void cast(int n, double[] x, int from, long[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (long) x[from + i];
    }
  }

  static void cast(int n, float[] x, int from, long[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (long) x[from + i];
    }
  }

  static void cast(int n, boolean[] x, int from, long[] out, int to) {
    LongVector zeros = LongVector.zero(LONGS);
    int i = 0;
    for (; i <= n - LONGS.length(); i += LONGS.length()) {
      zeros.blend(1, VectorMask.fromArray(LONGS, x, from + i)).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] ? 1 : 0;
    }
  }

  static void cast(int n, int[] x, int from, long[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + i];
    }
  }

  static void cast(int n, byte[] x, int from, long[] out, int to) {
    int i = 0;
    for (; i <= n - EIGHT_BYTES.length(); i += LONGS.length()) {
      ByteVector.fromArray(EIGHT_BYTES, x, from + i)
          .convertShape(VectorOperators.ZERO_EXTEND_B2L, LONGS, 0)
          .reinterpretAsLongs()
          .intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] = x[from + i] & 0xFF;
    }
  }

  static void cast(int n, double[] x, int from, int[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (int) (long) x[from + i];
    }
  }

  static void cast(int n, float[] x, int from, int[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (int) (long) x[from + i];
    }
  }

  static void cast(int n, long[] x, int from, int[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = (int) x[from + i];
    }
  }

  static void cast(int n, float[] x, int from, boolean[] out, int to) {
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

  static void cast(int n, double[] x, int from, boolean[] out, int to) {
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

  static void cast(int n, long[] x, int from, boolean[] out, int to) {
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
