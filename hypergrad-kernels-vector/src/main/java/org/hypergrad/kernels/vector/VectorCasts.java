package org.hypergrad.kernels.vector;

import org.hypergrad.Layout;
import org.hypergrad.spi.Casts;

/// Conversions between the element types that networks use most; all others go to the next
/// provider. [CastLoops] take elements that lie side by side. Those that lie apart, as after a
/// transposition, are brought together first, part by part, so that what is between stays in the
/// cache.
record VectorCasts(Casts next) implements Casts {
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

  /// Runs a loop over lines of neighbours, and over what is left one wide if they were cut into
  /// parts.
  private static void run(Cast cast, Layout xl, Layout ol) {
    ParallelLoops.run(
        () ->
            (n, start, step) -> {
              int length = step[0] == 1 && step[1] == 1 ? n : 1;
              for (int i = 0; i < n; i += length) {
                cast.run(length, start[0] + i * step[0], start[1] + i * step[1]);
              }
            },
        xl,
        ol);
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
            case boolean[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case double[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case long[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case int[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case byte[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            default -> null;
          };
      case double[] to ->
          switch (x) {
            case boolean[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case float[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case long[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case int[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case byte[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            default -> null;
          };
      case long[] to ->
          switch (x) {
            case double[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case float[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case int[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case byte[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case boolean[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            default -> null;
          };
      case int[] to ->
          switch (x) {
            case double[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case float[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case long[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            default -> null;
          };
      case boolean[] to ->
          switch (x) {
            case float[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case double[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            case long[] from -> (n, f, t) -> CastLoops.cast(n, from, f, to, t);
            default -> null;
          };
      default -> null;
    };
  }
}
