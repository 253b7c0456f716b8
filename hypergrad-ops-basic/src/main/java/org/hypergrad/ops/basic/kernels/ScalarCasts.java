package org.hypergrad.ops.basic.kernels;

import org.hypergrad.Layout;
import org.hypergrad.spi.Casts;
import org.hypergrad.spi.Loops;

/// All conversions between element types, in chunks of doubles if the source is floating, otherwise
/// of longs: either holds every number of its sources exactly. So six ways in and twelve ways out
/// make 36 casts.
final class ScalarCasts implements Casts {
  private static final int CHUNK = 1024;

  @Override
  public void cast(Object x, Layout xl, Object out, Layout ol) {
    int length = Math.min(xl.numel(), CHUNK);
    if (x instanceof double[] || x instanceof float[]) {
      double[] chunk = new double[length];
      Loops.run(
          (n, start, step) -> {
            for (int i = 0, m; i < n; i += m) {
              m = Math.min(n - i, CHUNK);
              read(m, x, start[0] + i * step[0], step[0], chunk);
              write(m, chunk, out, start[1] + i * step[1], step[1]);
            }
          },
          xl,
          ol);
    } else {
      long[] chunk = new long[length];
      Loops.run(
          (n, start, step) -> {
            for (int i = 0, m; i < n; i += m) {
              m = Math.min(n - i, CHUNK);
              read(m, x, start[0] + i * step[0], step[0], chunk);
              write(m, chunk, out, start[1] + i * step[1], step[1]);
            }
          },
          xl,
          ol);
    }
  }

  private static void read(int n, Object x, int from, int step, double[] chunk) {
    switch (x) {
      case double[] doubles -> {
        for (int i = 0; i < n; i++) {
          chunk[i] = doubles[from + i * step];
        }
      }
      case float[] floats -> {
        for (int i = 0; i < n; i++) {
          chunk[i] = floats[from + i * step];
        }
      }
      default -> throw notElements(x);
    }
  }

  private static void read(int n, Object x, int from, int step, long[] chunk) {
    switch (x) {
      case long[] longs -> {
        for (int i = 0; i < n; i++) {
          chunk[i] = longs[from + i * step];
        }
      }
      case int[] ints -> {
        for (int i = 0; i < n; i++) {
          chunk[i] = ints[from + i * step];
        }
      }
      case byte[] bytes -> {
        for (int i = 0; i < n; i++) {
          chunk[i] = Byte.toUnsignedLong(bytes[from + i * step]);
        }
      }
      case boolean[] booleans -> {
        for (int i = 0; i < n; i++) {
          chunk[i] = booleans[from + i * step] ? 1 : 0;
        }
      }
      default -> throw notElements(x);
    }
  }

  private static void write(int n, double[] chunk, Object out, int to, int step) {
    switch (out) {
      case double[] doubles -> {
        for (int i = 0; i < n; i++) {
          doubles[to + i * step] = chunk[i];
        }
      }
      case float[] floats -> {
        for (int i = 0; i < n; i++) {
          floats[to + i * step] = (float) chunk[i];
        }
      }
      case long[] longs -> {
        for (int i = 0; i < n; i++) {
          longs[to + i * step] = (long) chunk[i];
        }
      }
      case int[] ints -> {
        for (int i = 0; i < n; i++) {
          ints[to + i * step] = (int) (long) chunk[i];
        }
      }
      case byte[] bytes -> {
        for (int i = 0; i < n; i++) {
          bytes[to + i * step] = (byte) (long) chunk[i];
        }
      }
      case boolean[] booleans -> {
        for (int i = 0; i < n; i++) {
          booleans[to + i * step] = chunk[i] != 0;
        }
      }
      default -> throw notElements(out);
    }
  }

  private static void write(int n, long[] chunk, Object out, int to, int step) {
    switch (out) {
      case double[] doubles -> {
        for (int i = 0; i < n; i++) {
          doubles[to + i * step] = chunk[i];
        }
      }
      case float[] floats -> {
        for (int i = 0; i < n; i++) {
          floats[to + i * step] = chunk[i];
        }
      }
      case long[] longs -> {
        for (int i = 0; i < n; i++) {
          longs[to + i * step] = chunk[i];
        }
      }
      case int[] ints -> {
        for (int i = 0; i < n; i++) {
          ints[to + i * step] = (int) chunk[i];
        }
      }
      case byte[] bytes -> {
        for (int i = 0; i < n; i++) {
          bytes[to + i * step] = (byte) chunk[i];
        }
      }
      case boolean[] booleans -> {
        for (int i = 0; i < n; i++) {
          booleans[to + i * step] = chunk[i] != 0;
        }
      }
      default -> throw notElements(out);
    }
  }

  private static IllegalArgumentException notElements(Object array) {
    return new IllegalArgumentException(
        "A cast takes double[], float[], long[], int[], byte[] or boolean[], but was given "
            + array.getClass().getSimpleName());
  }
}
