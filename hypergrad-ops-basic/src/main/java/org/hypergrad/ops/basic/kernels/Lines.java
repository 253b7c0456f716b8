package org.hypergrad.ops.basic.kernels;

import org.hypergrad.Layout;
import org.hypergrad.Shape;

/// The lines along one dimension of a tensor, in which gather and scatterAdd look up elements by an
/// index.
final class Lines {
  private Lines() {}

  /// For every position of `shape`: where the line begins on which the element with these indices
  /// lies. Sizes of `shape` may be smaller than those of `layout`; along `dim` any is right, for
  /// all positions there share one line.
  static Layout starts(Layout layout, int dim, Shape shape) {
    if (layout.rank() == 0) {
      return layout;
    }
    Layout starts = layout;
    for (int d = 0; d < layout.rank(); d++) {
      starts = starts.slice(d, 0, d == dim ? 1 : shape.size(d), 1);
    }
    return starts.expand(shape);
  }

  /// The distance between neighbours on a line; a 0-d tensor is a line of one element.
  static int stride(Layout layout, int dim) {
    return layout.rank() == 0 ? 0 : layout.stride(dim);
  }
}
