package org.hypergrad.kernels.vector;

import org.hypergrad.Layout;

/// Says whether the lines that element-wise loops run over are long enough for vectors.
final class Lines {
  private Lines() {}

  /// Whether the innermost lines are shorter than a vector of `lanes`, so that a scalar loop does
  /// no worse.
  static boolean areShort(int lanes, Layout... operands) {
    return innermost(operands) < lanes;
  }

  /// How long the lines of [org.hypergrad.spi.Loops] are: neighbouring dimensions that all operands
  /// step through evenly make one.
  static int innermost(Layout... operands) {
    int length = 1;
    int line = 0; // the innermost dimension that is more than one element
    for (int d = operands[0].rank() - 1; d >= 0; d--) {
      int size = operands[0].size(d);
      if (size == 1) {
        continue;
      }
      if (length == 1) {
        line = d;
      } else if (!continues(line, d, length, operands)) {
        break;
      }
      length *= size;
    }
    return length;
  }

  private static boolean continues(int line, int outer, int length, Layout... operands) {
    for (Layout operand : operands) {
      if (operand.stride(outer) != operand.stride(line) * length) {
        return false;
      }
    }
    return true;
  }
}
