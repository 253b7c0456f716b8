package org.hypergrad.kernels.vector;

import java.util.Arrays;

/// What [Float64Operand] is for numbers, for a mask: it shows pieces of one as whole vectors of
/// truth values that lie side by side.
final class MaskOperand {
  private static final boolean[] NONE = {};

  private final boolean[] array;
  private final int lanes;
  private boolean[] buffer = NONE;
  private boolean[] values;
  private int at;

  /// A mask in `array` for operands whose vectors have so many lanes.
  MaskOperand(boolean[] array, int lanes) {
    this.array = array;
    this.lanes = lanes;
  }

  /// The array in which the piece lies.
  boolean[] values() {
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
      Arrays.fill(buffer, 0, length, array[start]);
    } else {
      for (int i = 0; i < length; i++) {
        buffer[i] = array[start + i * step];
      }
    }
  }

  /// Shows room for a piece, to be overwritten completely; [#write] completes it.
  void place(int start, int step, int length) {
    if (step == 1 && length % lanes == 0) {
      values = array;
      at = start;
    } else {
      if (buffer.length < length) {
        buffer = new boolean[Math.ceilDiv(length, lanes) * lanes];
      }
      values = buffer;
      at = 0;
    }
  }

  /// Takes the piece that [#place] showed over into the mask.
  void write(int start, int step, int length) {
    if (values == array) {
      return;
    }
    for (int i = 0; i < length; i++) {
      array[start + i * step] = buffer[i];
    }
  }
}
