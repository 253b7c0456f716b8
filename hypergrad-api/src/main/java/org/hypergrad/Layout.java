package org.hypergrad;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// How a tensor's elements lie in its [Storage]: shape, strides and offset, in elements. Immutable,
/// so that a view is a new layout over the same storage and costs nothing else (PyTorch: sizes and
/// strides of `c10/core/TensorImpl.h`).
public final class Layout {
  /// The layout all 0-d tensors share.
  public static final Layout SCALAR = new Layout(Shape.SCALAR, new int[0], 0);

  /// The layout of a plain Java number that took part in an operation: like [#SCALAR], but it does
  /// not take part in type promotion with its size, only with its category (PyTorch calls such a
  /// tensor a *wrapped number*).
  static final Layout WRAPPED_NUMBER = new Layout(Shape.SCALAR, new int[0], 0);

  private final Shape shape;
  private final int[] strides;
  private final int offset;
  private final boolean contiguous;

  private Layout(Shape shape, int[] strides, int offset) {
    this.shape = shape;
    this.strides = strides;
    this.offset = shape.numel() == 0 ? 0 : offset; // nothing of an empty view lies anywhere
    this.contiguous = isRowMajor(shape, strides);
  }

  /// Row-major, from the start of its storage.
  public static Layout contiguous(Shape shape) {
    return shape.rank() == 0 ? SCALAR : shape.rowMajor();
  }

  static Layout rowMajor(Shape shape) {
    return new Layout(shape, rowMajorStrides(shape), 0);
  }

  private static int[] rowMajorStrides(Shape shape) {
    int[] strides = new int[shape.rank()];
    int stride = 1;
    for (int d = strides.length - 1; d >= 0; d--) {
      strides[d] = stride;
      stride *= Math.max(shape.size(d), 1);
    }
    return strides;
  }

  private static boolean isRowMajor(Shape shape, int[] strides) {
    int expected = 1;
    for (int d = strides.length - 1; d >= 0; d--) {
      int size = shape.size(d);
      if (size != 1 && strides[d] != expected) {
        return shape.numel() == 0;
      }
      expected *= size;
    }
    return true;
  }

  /// The sizes.
  public Shape shape() {
    return shape;
  }

  /// How many dimensions there are.
  public int rank() {
    return strides.length;
  }

  /// The size of a dimension.
  public int size(int dim) {
    return shape.size(dim);
  }

  /// The distance between neighbours along a dimension, in elements; 0 where one element is
  /// repeated.
  public int stride(int dim) {
    return strides[shape.normalize(dim)];
  }

  /// Where the first element lies.
  public int offset() {
    return offset;
  }

  /// How many elements there are.
  public int numel() {
    return shape.numel();
  }

  /// Whether the elements lie one after the other in row-major order.
  public boolean isContiguous() {
    return contiguous;
  }

  /// Whether two different indices may name the same place, as after [#expand]. Such a tensor is
  /// not written in place.
  public boolean overlapsItself() {
    for (int d = 0; d < strides.length; d++) {
      if (strides[d] == 0 && shape.size(d) > 1) {
        return true;
      }
    }
    return false;
  }

  /// Dimensions in another order: dimension `d` of the result is dimension `order[d]` of this.
  public Layout permute(int... order) {
    int[] sizes = new int[order.length];
    int[] permuted = new int[order.length];
    for (int d = 0; d < order.length; d++) {
      sizes[d] = shape.size(order[d]);
      permuted[d] = strides[order[d]];
    }
    return new Layout(Shape.of(sizes), permuted, offset);
  }

  /// Two dimensions exchanged.
  public Layout transpose(int dim0, int dim1) {
    int[] order = new int[strides.length];
    Arrays.setAll(order, d -> d == dim0 ? dim1 : d == dim1 ? dim0 : d);
    return permute(order);
  }

  /// Every `step`-th index from `start` (inclusive) to `end` (exclusive) of a dimension.
  public Layout slice(int dim, int start, int end, int step) {
    int length = Math.max(0, Math.ceilDiv(end - start, step));
    int[] sliced = strides.clone();
    sliced[dim] *= step;
    return new Layout(shape.with(dim, length), sliced, offset + start * strides[dim]);
  }

  /// One index of a dimension, which disappears.
  public Layout select(int dim, int index) {
    int[] sizes = new int[strides.length - 1];
    int[] rest = new int[strides.length - 1];
    for (int d = 0, to = 0; d < strides.length; d++) {
      if (d != dim) {
        sizes[to] = shape.size(d);
        rest[to++] = strides[d];
      }
    }
    return new Layout(Shape.of(sizes), rest, offset + index * strides[dim]);
  }

  /// Dimensions of size 1, and missing ones in front, repeated up to `target`.
  ///
  /// @throws IllegalArgumentException if another size differs
  public Layout expand(Shape target) {
    if (shape.equals(target)) {
      return this;
    }
    int lead = target.rank() - shape.rank();
    if (lead < 0) {
      throw new IllegalArgumentException(
          "expand: the number of sizes provided ("
              + target.rank()
              + ") must be greater or equal to the number of dimensions in the tensor ("
              + shape.rank()
              + ")");
    }
    int[] expanded = new int[target.rank()];
    for (int d = 0; d < shape.rank(); d++) {
      if (shape.size(d) == target.size(lead + d)) {
        expanded[lead + d] = strides[d];
      } else if (shape.size(d) != 1) {
        throw new IllegalArgumentException(
            "The expanded size of the tensor ("
                + target.size(lead + d)
                + ") must match the existing size ("
                + shape.size(d)
                + ") at non-singleton dimension "
                + (lead + d)
                + ".  Target sizes: "
                + target
                + ".  Tensor sizes: "
                + shape);
      }
    }
    return new Layout(target, expanded, offset);
  }

  /// The same elements in the same order under another shape of as many elements, or null if
  /// strides cannot express it (PyTorch: `computeStride`, `aten/src/ATen/TensorUtils.cpp`).
  public Layout reshape(Shape target) {
    if (contiguous) {
      return new Layout(target, rowMajorStrides(target), offset);
    }
    int[] result = new int[target.rank()];
    int to = target.rank() - 1;
    int innermost = strides[strides.length - 1]; // of the current run of dimensions that act as one
    int inRun = 1;
    int filled = 1;
    for (int d = strides.length - 1; d >= 0; d--) {
      inRun *= shape.size(d);
      boolean runEnds = d == 0 || shape.size(d - 1) != 1 && strides[d - 1] != inRun * innermost;
      if (runEnds) {
        while (to >= 0 && (filled < inRun || target.size(to) == 1)) {
          result[to] = filled * innermost;
          filled *= target.size(to--);
        }
        if (filled != inRun) {
          return null;
        }
        if (d > 0) {
          innermost = strides[d - 1];
          inRun = 1;
          filled = 1;
        }
      }
    }
    return to == -1 ? new Layout(target, result, offset) : null;
  }

  /// Calls `action` with the place in the storage of every element, in row-major order.
  public void forEachPlace(IntConsumer action) {
    if (numel() > 0) {
      visit(0, offset, action);
    }
  }

  private void visit(int dim, int place, IntConsumer action) {
    if (dim == strides.length) {
      action.accept(place);
      return;
    }
    for (int i = 0; i < shape.size(dim); i++) {
      visit(dim + 1, place + i * strides[dim], action);
    }
  }

  @Override
  public String toString() {
    return "shape " + shape + ", strides " + Arrays.toString(strides) + ", offset " + offset;
  }
}
