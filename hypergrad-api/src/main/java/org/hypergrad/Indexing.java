package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.END;
import static org.hypergrad.spi.StandardAttributes.SIZES;
import static org.hypergrad.spi.StandardAttributes.START;
import static org.hypergrad.spi.StandardAttributes.STEP;

import java.util.List;
import org.hypergrad.spi.Attributes;

/// Parts of a tensor, by position. Slices are views; parts named by a tensor of indices are copies.
public sealed interface Indexing permits Tensor {
  /// The part at these indices, one for each leading dimension: see [Index].
  default Tensor get(Index... indices) {
    return Index.apply(self(), indices);
  }

  /// The part at these positions of the leading dimensions; negative counts from the end.
  default Tensor get(int... positions) {
    Tensor x = self();
    if (positions.length > x.rank()) {
      throw new IndexOutOfBoundsException("too many indices for tensor of dimension " + x.rank());
    }
    for (int d = 0; d < positions.length; d++) {
      x = Index.select(x, 0, positions[d], d);
    }
    return x;
  }

  /// One position of a dimension, which disappears.
  default Tensor select(int dim, int index) {
    return Index.select(self(), dim, index, dim);
  }

  /// Every `step`-th position from `start` (inclusive) to `end` (exclusive) of a dimension; both
  /// are counted from the end if negative, and brought into range.
  default Tensor slice(int dim, int start, int end, int step) {
    return self()
        .apply(Core.SLICE, Attributes.of(DIM, dim, START, start).with(END, end).with(STEP, step));
  }

  /// `length` positions of a dimension from `start` on.
  default Tensor narrow(int dim, int start, int length) {
    int size = self().size(dim);
    int from = start < 0 ? start + size : start;
    if (from < 0 || from > size) {
      throw new IndexOutOfBoundsException(
          "Dimension out of range (expected to be in range of ["
              + -size
              + ", "
              + size
              + "], but got "
              + start
              + ")");
    }
    if (length < 0) {
      throw new IllegalArgumentException("narrow(): length must be non-negative.");
    }
    if (from + length > size) {
      throw new IllegalArgumentException(
          "start (" + from + ") + length (" + length + ") exceeds dimension size (" + size + ").");
    }
    return slice(dim, from, from + length, 1);
  }

  /// Parts of `size` along a dimension; the last may be smaller.
  default List<Tensor> split(int size, int dim) {
    return Index.split(self(), size, dim);
  }

  /// Parts of the given sizes along a dimension.
  default List<Tensor> split(List<Integer> sizes, int dim) {
    return Tensor.apply(Core.SPLIT, Attributes.of(SIZES, List.copyOf(sizes), DIM, dim), self());
  }

  /// At most `chunks` parts of equal size along a dimension; the last may be smaller.
  default List<Tensor> chunk(int chunks, int dim) {
    if (chunks <= 0) {
      throw new IllegalArgumentException(
          "chunk expects `chunks` to be greater than 0, got: " + chunks);
    }
    int size = self().size(dim);
    return size == 0
        ? split(java.util.Collections.nCopies(chunks, 0), dim)
        : split(Math.ceilDiv(size, chunks), dim);
  }

  /// The positions of a dimension that a 1-d tensor of indices names, in its order.
  default Tensor indexSelect(int dim, Tensor index) {
    return self().apply(Core.INDEX_SELECT, index, Attributes.of(DIM, dim));
  }

  /// For every position of `index`, the element of this tensor at that position with the index put
  /// in along `dim`.
  default Tensor gather(int dim, Tensor index) {
    return self().apply(Core.GATHER, index, Attributes.of(DIM, dim));
  }

  /// This tensor with the parts of `source` along a dimension added at the positions `index` names.
  default Tensor indexAdd(int dim, Tensor index, Tensor source) {
    return Tensor.apply(Core.INDEX_ADD, Attributes.of(DIM, dim), self(), index, source).getFirst();
  }

  /// This tensor with every element of `source` added at its own position with the index put in
  /// along `dim`: the opposite of [#gather].
  default Tensor scatterAdd(int dim, Tensor index, Tensor source) {
    return Tensor.apply(Core.SCATTER_ADD, Attributes.of(DIM, dim), self(), index, source)
        .getFirst();
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
