package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.INDEX;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.spi.Attributes;

/// One entry between the brackets of PyTorch's `x[...]`.
///
/// `x[1, :, None, idx]` is `x.get(at(1), all(), newAxis(), of(idx))`.
public sealed interface Index {
  /// One position, whose dimension disappears.
  static Index at(int position) {
    return new At(position);
  }

  /// A whole dimension: `:`.
  static Index all() {
    return new Range(0, Integer.MAX_VALUE, 1);
  }

  /// Positions from `start` up to `end` (exclusive): `start:end`.
  static Index range(int start, int end) {
    return new Range(start, end, 1);
  }

  /// Every `step`-th position from `start` up to `end` (exclusive): `start:end:step`.
  static Index range(int start, int end, int step) {
    return new Range(start, end, step);
  }

  /// As many whole dimensions as are not named otherwise: `...`.
  static Index ellipsis() {
    return new Ellipsis();
  }

  /// A new dimension of size 1: `None`.
  static Index newAxis() {
    return new NewAxis();
  }

  /// The positions a tensor of int64 names, or those where a tensor of bool is true.
  static Index of(Tensor positions) {
    return new Positions(positions);
  }

  /// See [#at].
  record At(int position) implements Index {}

  /// See [#range(int, int, int)].
  record Range(int start, int end, int step) implements Index {}

  /// See [#ellipsis].
  record Ellipsis() implements Index {}

  /// See [#newAxis].
  record NewAxis() implements Index {}

  /// See [#of].
  record Positions(Tensor tensor) implements Index {}

  /// `x[indices]` (PyTorch: `torch/csrc/autograd/python_variable_indexing.cpp`).
  static Tensor apply(Tensor x, Index... indices) {
    int named = 0;
    for (Index index : indices) {
      named +=
          switch (index) {
            case At _, Range _ -> 1;
            case Positions(Tensor t) -> t.dtype() == DType.BOOL ? t.rank() : 1;
            case Ellipsis _, NewAxis _ -> 0;
          };
    }
    if (named > x.rank()) {
      throw new IndexOutOfBoundsException("too many indices for tensor of dimension " + x.rank());
    }
    Tensor result = x;
    int dim = 0;
    int original = 0;
    List<Tensor> positions =
        new ArrayList<>(); // per dimension of result; null where it is not indexed by a tensor
    for (Index index : indices) {
      switch (index) {
        case At(int position) -> result = select(result, dim, position, original++);
        case Range(int start, int end, int step) -> {
          result = result.slice(dim++, start, end, step);
          original++;
          positions.add(null);
        }
        case Ellipsis _ -> {
          int skipped = x.rank() - named;
          dim += skipped;
          original += skipped;
          positions.addAll(Collections.nCopies(skipped, null));
        }
        case NewAxis _ -> {
          result = result.unsqueeze(dim++);
          positions.add(null);
        }
        case Positions(Tensor t) when t.dtype() == DType.BOOL && t.rank() == 0 -> {
          result = result.unsqueeze(dim++);
          positions.add(Tensor.of(new long[t.itemBoolean() ? 1 : 0]));
        }
        case Positions(Tensor t) when t.dtype() == DType.BOOL -> {
          positions.addAll(nonzero(t, result, dim));
          dim += t.rank();
          original += t.rank();
        }
        case Positions(Tensor t) -> {
          if (t.dtype() != DType.INT64) {
            throw new IllegalArgumentException(
                "tensors used as indices must be long, byte or bool tensors, but this one is "
                    + t.dtype());
          }
          positions.add(t);
          dim++;
          original++;
        }
      }
    }
    return positions.stream().allMatch(p -> p == null)
        ? (result == x ? x.slice(0, 0, Integer.MAX_VALUE, 1) : result)
        : pick(result, positions);
  }

  /// One position of a dimension; `named` is what an error calls the dimension.
  static Tensor select(Tensor x, int dim, int position, int named) {
    if (x.rank() == 0) {
      throw new IndexOutOfBoundsException(
          "invalid index of a 0-dim tensor. Use tensor.item() to convert it to a Java number");
    }
    int size = x.size(dim);
    if (position < -size || position >= size) {
      throw new IndexOutOfBoundsException(
          "index " + position + " is out of bounds for dimension " + named + " with size " + size);
    }
    return x.apply(Core.SELECT, Attributes.of(DIM, dim, INDEX, position));
  }

  /// Parts of `size`, the last perhaps smaller.
  static List<Tensor> split(Tensor x, int size, int dim) {
    if (size < 0) {
      throw new IllegalArgumentException(
          "split expects split_size be non-negative, but got split_size=" + size);
    }
    int length = x.size(dim);
    if (size == 0 && length != 0) {
      throw new IllegalArgumentException(
          "split_size can only be 0 if dimension size is 0, but got dimension size of " + length);
    }
    int parts = size == 0 ? 1 : Math.max(1, Math.ceilDiv(length, size));
    return x.split(
        IntStream.range(0, parts).mapToObj(i -> Math.min(size, length - i * size)).toList(), dim);
  }

  /// A mask as tensors of positions, one for each of its dimensions.
  private static List<Tensor> nonzero(Tensor mask, Tensor x, int dim) {
    for (int d = 0; d < mask.rank(); d++) {
      if (mask.size(d) != x.size(dim + d)) {
        throw new IndexOutOfBoundsException(
            "The shape of the mask "
                + mask.shape()
                + " at index "
                + d
                + " does not match the shape of the indexed tensor "
                + x.shape()
                + " at index "
                + (dim + d));
      }
    }
    boolean[] values = mask.toBooleans();
    int[] places = IntStream.range(0, values.length).filter(i -> values[i]).toArray();
    Tensor[] result = new Tensor[mask.rank()];
    int stride = 1;
    for (int d = mask.rank() - 1; d >= 0; d--) {
      int size = mask.size(d);
      int step = stride;
      result[d] =
          Tensor.of(Arrays.stream(places).mapToLong(place -> place / step % size).toArray());
      stride *= size;
    }
    return List.of(result);
  }

  /// Brings the indexed dimensions to the front, merges them into one, selects from it, and puts
  /// the dimensions of the positions where PyTorch has them: in place of the indexed ones if those
  /// are neighbours, else in front.
  private static Tensor pick(Tensor x, List<Tensor> positions) {
    List<Integer> indexed = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    Shape shape = Shape.SCALAR;
    for (int d = 0; d < x.rank(); d++) {
      Tensor p = d < positions.size() ? positions.get(d) : null;
      (p == null ? rest : indexed).add(d);
      shape = p == null ? shape : broadcast(shape, p);
    }
    long[] linear = new long[shape.numel()];
    int merged = 1;
    for (int d : indexed) {
      int size = x.size(d);
      long[] at = positions.get(d).expand(shape).toLongs();
      for (int i = 0; i < at.length; i++) {
        if (at[i] < -size || at[i] >= size) {
          throw new IndexOutOfBoundsException(
              "index " + at[i] + " is out of bounds for dimension " + d + " with size " + size);
        }
        linear[i] = linear[i] * size + (at[i] < 0 ? at[i] + size : at[i]);
      }
      merged *= size;
    }
    int[] order = IntStream.concat(ints(indexed), ints(rest)).toArray();
    int[] restSizes = ints(rest).map(x::size).toArray();
    Tensor picked =
        x.permute(order)
            .reshape(concat(new int[] {merged}, restSizes))
            .indexSelect(0, Tensor.of(linear))
            .reshape(concat(shape.toArray(), restSizes));
    boolean neighbours = indexed.getLast() - indexed.getFirst() == indexed.size() - 1;
    int before = neighbours ? indexed.getFirst() : 0;
    if (before == 0) {
      return picked;
    }
    int rank = shape.rank();
    return picked.permute(
        IntStream.range(0, picked.rank())
            .map(d -> d < before ? rank + d : d < before + rank ? d - before : d)
            .toArray());
  }

  private static Shape broadcast(Shape shape, Tensor positions) {
    try {
      return Shape.broadcast(shape, positions.shape());
    } catch (IllegalArgumentException e) {
      throw new IndexOutOfBoundsException(
          "shape mismatch: indexing tensors could not be broadcast together with shapes "
              + shape
              + ", "
              + positions.shape());
    }
  }

  private static IntStream ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue);
  }

  private static int[] concat(int[] a, int[] b) {
    return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
  }
}
