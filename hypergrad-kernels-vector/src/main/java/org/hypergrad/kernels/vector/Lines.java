package org.hypergrad.kernels.vector;

import org.hypergrad.Layout;
import org.hypergrad.Shape;

/// The lines that loops run over.
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

  /// The distance between neighbours on the innermost line.
  static int step(Layout operand) {
    for (int d = operand.rank() - 1; d >= 0; d--) {
      if (operand.size(d) > 1) {
        return operand.stride(d);
      }
    }
    return 0;
  }

  /// The distance between neighbours along a dimension; a 0-d tensor is a line of one element.
  static int stride(Layout layout, int dim) {
    return layout.rank() == 0 ? 0 : layout.stride(dim);
  }

  /// For every position of `shape`: where the line along `dim` begins on which the element with
  /// these indices lies. Sizes of `shape` may be smaller than those of `layout`; along `dim` any is
  /// right, for all positions there share one line.
  static Layout starts(Layout layout, int dim, Shape shape) {
    Layout starts = layout;
    for (int d = 0; d < layout.rank(); d++) {
      starts = starts.slice(d, 0, d == dim ? 1 : shape.size(d), 1);
    }
    return starts.expand(shape);
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
