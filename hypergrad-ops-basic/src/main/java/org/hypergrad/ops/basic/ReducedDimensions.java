package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.DIMS;
import static org.hypergrad.spi.StandardAttributes.KEEPDIM;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;

/// Which dimensions of a shape a reduction removes, and the geometry that follows from it.
///
/// @param shape the shape before
/// @param gone per dimension, whether it is reduced
/// @param keepdim whether reduced dimensions stay with size 1
record ReducedDimensions(Shape shape, boolean[] gone, boolean keepdim) {
  /// The dimensions in `DIMS`; without any, all of them.
  static ReducedDimensions of(Shape shape, Attributes attributes) {
    List<Integer> dims = attributes.get(DIMS);
    boolean all = dims == null || dims.isEmpty();
    boolean[] gone = new boolean[shape.rank()];
    Arrays.fill(gone, all);
    boolean[] named =
        new boolean[Math.max(1, shape.rank())]; // a 0-d tensor has an unreal dimension 0
    for (int i = 0; !all && i < dims.size(); i++) {
      int dim = shape.normalize(dims.get(i));
      if (named[dim]) {
        throw new IllegalArgumentException(
            "dim " + dim + " appears multiple times in the list of dims " + dims);
      }
      named[dim] = true;
    }
    for (int d = 0; !all && d < gone.length; d++) {
      gone[d] = named[d];
    }
    return new ReducedDimensions(shape, gone, attributes.get(KEEPDIM));
  }

  /// One dimension; all of them for null.
  static ReducedDimensions ofOne(Shape shape, Integer dim, Attributes attributes) {
    int only = dim == null ? -1 : shape.normalize(dim);
    boolean[] gone = new boolean[shape.rank()];
    for (int d = 0; d < gone.length; d++) {
      gone[d] = dim == null || d == only;
    }
    return new ReducedDimensions(shape, gone, attributes.get(KEEPDIM));
  }

  /// The shape of the result.
  Shape result() {
    return shape.reduced(gone, keepdim);
  }

  /// How many dimensions remain.
  int kept() {
    int kept = 0;
    for (boolean reduced : gone) {
      kept += reduced ? 0 : 1;
    }
    return kept;
  }

  /// How many elements become one.
  int count() {
    int count = 1;
    for (int d = 0; d < gone.length; d++) {
      count *= gone[d] ? shape.size(d) : 1;
    }
    return count;
  }

  /// The reduced dimensions.
  int[] dims() {
    int[] dims = new int[gone.length - kept()];
    for (int d = 0, i = 0; d < gone.length; d++) {
      if (gone[d]) {
        dims[i++] = d;
      }
    }
    return dims;
  }

  /// A layout of the shape with the remaining dimensions in front, as reducing kernels want it.
  Layout keptFirst(Layout layout) {
    int[] order = new int[gone.length];
    int front = 0;
    int back = kept();
    for (int d = 0; d < gone.length; d++) {
      order[gone[d] ? back++ : front++] = d;
    }
    return layout.permute(order);
  }

  /// A result with its reduced dimensions put back, of size 1, so that it broadcasts against the
  /// shape.
  Tensor restored(Tensor y) {
    return keepdim || gone.length == 0 ? y : y.reshape(shape.reduced(gone, true));
  }

  /// @throws IllegalArgumentException if nothing would be reduced, which has no largest element
  /// @throws IndexOutOfBoundsException if a dimension that was named has size 0
  void checkNotEmpty(String name, boolean named) {
    if (shape.numel() > 0) {
      return;
    }
    if (!named) {
      throw new IllegalArgumentException(
          name
              + "(): Expected reduction dim to be specified for input.numel() == 0. "
              + "Specify the reduction dim with the 'dim' argument.");
    }
    for (int dim : dims()) {
      if (shape.size(dim) == 0) {
        throw new IndexOutOfBoundsException(
            "%s(): Expected reduction dim %d to have non-zero size.".formatted(name, dim));
      }
    }
  }
}
