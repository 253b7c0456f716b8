// Generated from Float64Operand.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.LongVector;

/// An operand of an element-wise loop, shown to it as whole vectors that lie side by side, so that
/// each loop need be written only for these.
///
/// A line of any length and step is cut into pieces. Where the elements of a piece are neighbours
/// and fill whole vectors, the loop works on the operand's own array. Where they lie apart, are one
/// element repeated, or are the rest that does not fill a vector, they pass through a small buffer,
/// which stays in the first-level cache:
///
/// ```
/// line of 21, step 1:   [ . . . . . . . . | . . . . . . . . ] [ . . . . . ]
///                         in the array                           in the buffer, and 3 unused lanes
/// ```
///
/// So what becomes of an element does not depend on its place.
final class Int64Operand {
  /// How many elements one vector holds.
  static final int LANES = LongVector.SPECIES_PREFERRED.length();

  /// The longest piece that passes through a buffer; whole vectors on every machine.
  private static final int BUFFERED = 512;

  private static final long[] NONE = {};

  private final long[] array;
  private long[] buffer = NONE;
  private long[] values;
  private int at;

  /// Where the element lies that fills the buffer, or −1.
  private int repeated = -1;

  /// An operand in `array`.
  Int64Operand(long[] array) {
    this.array = array;
  }

  /// How much of the `rest` of a line the next piece takes, for operands with these steps.
  static int piece(int rest, int[] steps) {
    if (rest < LANES) {
      return rest;
    }
    int whole = rest - rest % LANES;
    for (int step : steps) {
      if (step != 1) {
        return Math.min(whole, BUFFERED);
      }
    }
    return whole;
  }

  /// How many elements at the beginning of a line of `n` need no buffer, for operands with these
  /// steps.
  static int direct(int n, int[] steps) {
    for (int step : steps) {
      if (step != 1) {
        return 0;
      }
    }
    return n - n % LANES;
  }

  /// `length` rounded up to whole vectors.
  static int padded(int length) {
    return Math.ceilDiv(length, LANES) * LANES;
  }

  /// The array in which the piece lies.
  long[] values() {
    return values;
  }

  /// Where in [#values] the piece begins.
  int at() {
    return at;
  }

  /// Shows a piece, to be read.
  void read(int start, int step, int length) {
    place(start, step, length);
    if (values == array) {
      return;
    }
    if (step == 0) {
      repeat(start);
      return;
    }
    repeated = -1;
    if (step == 1) {
      System.arraycopy(array, start, buffer, 0, length);
    } else {
      for (int i = 0; i < length; i++) {
        buffer[i] = array[start + i * step];
      }
    }
  }

  /// Fills the buffer with one element, unless it was that one already.
  private void repeat(int start) {
    if (repeated != start) {
      Arrays.fill(buffer, array[start]);
      repeated = start;
    }
  }

  /// Shows room for a piece, to be overwritten completely; [#write] completes it.
  void place(int start, int step, int length) {
    if (step == 1 && length % LANES == 0) {
      values = array;
      at = start;
    } else {
      if (buffer.length < length) {
        buffer = new long[padded(length)];
        repeated = -1;
      }
      values = buffer;
      at = 0;
    }
  }

  /// Takes the piece that [#place] showed over into the operand.
  void write(int start, int step, int length) {
    if (values == array) {
      return;
    }
    if (step == 1) {
      System.arraycopy(buffer, 0, array, start, length);
    } else {
      for (int i = 0; i < length; i++) {
        array[start + i * step] = buffer[i];
      }
    }
  }
}
