package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.BinaryRow.binary;
import static org.hypergrad.spi.Partial.usesInputs;
import static org.hypergrad.spi.Partial.usesNothing;
import static org.hypergrad.spi.StandardAttributes.DIM;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.Saved;

/// Reading and adding at places that a tensor of indices names, which itself has no gradient
/// (PyTorch: `aten/src/ATen/native/TensorAdvancedIndexing.cpp`).
///
/// They come in pairs, each the derivative of the other: what `gather` reads, `scatter_add` gives
/// back to where it was read, and an element read twice gets both gradients. So do `index_select`
/// and `index_add`, for whole slices.
final class Selections {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          binary("index_select", "a at the indices b", Selections::indexSelect, DIM)
              .partialA(usesInputs("zeros, g added at the indices b", Selections::indexAdded, 1))
              .partialB(Partial.none()),
          binary("gather", "a at the indices b", Selections::gather, DIM)
              .partialA(usesInputs("zeros, g added at the indices b", Selections::scatterAdded, 1))
              .partialB(Partial.none()),
          Function.of(
              "index_add",
              "x, source added at the indices",
              List.of("x", "indices", "source"),
              (in, at) -> indexAdd(in[0], at.get(DIM), in[1], in[2]),
              List.of(
                  usesNothing("g", g -> g),
                  Partial.none(),
                  usesInputs("g at the indices", Selections::indexSelected, 1)),
              DIM),
          Function.of(
              "scatter_add",
              "x, source added at the indices",
              List.of("x", "indices", "source"),
              (in, at) -> scatterAdd(in[0], at.get(DIM), in[1], in[2]),
              List.of(
                  usesNothing("g", g -> g),
                  Partial.none(),
                  usesInputs("g at the indices", Selections::gathered, 1)),
              DIM));

  private Selections() {}

  // ---- rules

  private static Tensor indexAdded(Tensor g, Saved saved) {
    int dim = saved.attributes().get(DIM);
    return zeros(g.dtype(), saved.shape(0)).indexAdd(dim, saved.input(1), g);
  }

  private static Tensor scatterAdded(Tensor g, Saved saved) {
    int dim = saved.attributes().get(DIM);
    return zeros(g.dtype(), saved.shape(0)).scatterAdd(dim, saved.input(1), g);
  }

  /// Zeros to add to: a number that is repeated, for the sum is a new tensor anyway.
  static Tensor zeros(DType dtype, Shape shape) {
    return Tensor.scalar(dtype, 0).expand(shape);
  }

  private static Tensor indexSelected(Tensor g, Saved saved) {
    return g.indexSelect(saved.attributes().get(DIM), saved.input(1)).reshape(saved.shape(2));
  }

  /// What `scatter_add` left unread of a source larger than the index gets zeros.
  private static Tensor gathered(Tensor g, Saved saved) {
    Tensor gathered = g.gather(saved.attributes().get(DIM), saved.input(1));
    Shape shape = saved.shape(2);
    for (int d = 0; d < shape.rank(); d++) {
      int missing = shape.size(d) - gathered.size(d);
      if (missing > 0) {
        Tensor zeros = Tensor.zeros(g.dtype(), gathered.shape().with(d, missing));
        gathered = Tensor.cat(List.of(gathered, zeros), d);
      }
    }
    return gathered;
  }

  // ---- whole slices

  private static Tensor indexSelect(Tensor x, Tensor index, Attributes at) {
    checkVector("index_select", index);
    Layout in = atLeast1d(x.layout());
    int along = x.shape().normalize(at.get(DIM));
    int n = index.numel();
    if (x.rank() == 0 && n != 1) {
      throw new IllegalArgumentException(
          "index_select(): Index to scalar can have only 1 value, got " + n + " value(s)");
    }
    Tensor positions = positions(index, along, in.size(along));
    Shape shape = in.shape().with(along, n);
    Tensor result = gathered(x, in, along, positions, along(positions, along, shape), shape);
    return x.rank() == 0 ? Tensor.of(result.storage(), Layout.SCALAR) : result;
  }

  private static Tensor indexAdd(Tensor x, int dim, Tensor index, Tensor source) {
    checkVector("index_add", index);
    checkSameType("index_add_", x, source);
    Layout in = atLeast1d(x.layout());
    int along = x.shape().normalize(dim);
    Layout added = atLeast1d(source.layout());
    int n = index.numel();
    if (added.rank() != in.rank() || added.size(along) != n) {
      throw new IllegalArgumentException(
          ("index_add_(): Number of indices (%d) should be equal to "
                  + "source.size(dim): (%s), for dim: %d")
              .formatted(n, source.shape(), along));
    }
    if (!added.shape().equals(in.shape().with(along, n))) {
      throw new IllegalArgumentException(
          ("source tensor shape must match self tensor shape, excluding the "
                  + "specified dimension. Got self.shape = %s source.shape = %s")
              .formatted(x.shape(), source.shape()));
    }
    Tensor positions = positions(index, along, in.size(along));
    return added(x, along, source, added, positions, along(positions, along, added.shape()));
  }

  private static void checkVector(String name, Tensor index) {
    if (index.rank() > 1) {
      throw new IndexOutOfBoundsException(
          name + "(): Index is supposed to be a vector, but its shape is " + index.shape());
    }
    if (index.dtype() != DType.INT32 && index.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          name + "(): Expected dtype int32 or int64 for index, but it is " + index.dtype());
    }
  }

  /// A vector of positions seen as a tensor of `shape` that changes along one dimension only.
  private static Layout along(Tensor positions, int dim, Shape shape) {
    int[] sizes = new int[shape.rank()];
    Arrays.fill(sizes, 1);
    sizes[dim] = positions.numel();
    return positions.layout().reshape(Shape.of(sizes)).expand(shape);
  }

  // ---- single elements

  private static Tensor gather(Tensor x, Tensor index, Attributes at) {
    int along = x.shape().normalize(at.get(DIM));
    if (index.numel() == 0) {
      return Elements.uninitialized(x.dtype(), index.shape());
    }
    checkInt64("gather", index);
    Layout in = atLeast1d(x.layout());
    Layout places = atLeast1d(index.layout());
    if (places.rank() != in.rank()) {
      throw new IllegalArgumentException(
          "Index tensor must have the same number of dimensions as input tensor, but their shapes"
              + " are "
              + index.shape()
              + " and "
              + x.shape());
    }
    for (int d = 0; d < in.rank(); d++) {
      if (d != along && places.size(d) > in.size(d)) {
        throw new IllegalArgumentException(
            ("Size does not match at dimension %d expected index %s to be "
                    + "smaller than self %s apart from dimension %d")
                .formatted(d, index.shape(), x.shape(), along));
      }
    }
    Tensor positions = positions(index, along, in.size(along));
    return gathered(x, in, along, positions, places, index.shape());
  }

  private static Tensor scatterAdd(Tensor x, int dim, Tensor index, Tensor source) {
    int along = x.shape().normalize(dim);
    if (index.numel() == 0) {
      return Elements.copy(x);
    }
    checkInt64("scatter", index);
    checkSameType("scatter_add", x, source);
    Layout in = atLeast1d(x.layout());
    Layout places = atLeast1d(index.layout());
    Layout added = atLeast1d(source.layout());
    if (places.rank() != in.rank() || places.rank() != added.rank()) {
      throw new IllegalArgumentException(
          ("Index tensor must have the same number of dimensions as %s tensor, "
                  + "but their shapes are %s and %s")
              .formatted(
                  places.rank() != in.rank() ? "self" : "src",
                  index.shape(),
                  places.rank() != in.rank() ? x.shape() : source.shape()));
    }
    for (int d = 0; d < in.rank(); d++) {
      if (d != along && places.size(d) > in.size(d) || places.size(d) > added.size(d)) {
        throw new IllegalArgumentException(
            ("Expected index %s to be smaller than self %s apart from dimension "
                    + "%d and to be smaller size than src %s")
                .formatted(index.shape(), x.shape(), along, source.shape()));
      }
      added = added.slice(d, 0, places.size(d), 1);
    }
    Tensor positions = positions(index, along, in.size(along));
    return added(x, along, source, added, positions, places);
  }

  private static void checkInt64(String name, Tensor index) {
    if (index.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          name + "(): Expected dtype int64 for index, but it is " + index.dtype());
    }
  }

  private static void checkSameType(String name, Tensor x, Tensor source) {
    if (x.dtype() != source.dtype()) {
      throw new IllegalArgumentException(
          ("%s(): self (%s) and source (%s) must have the same scalar type. "
                  + "Convert one of them with to(...).")
              .formatted(name, x.dtype(), source.dtype()));
    }
  }

  // ---- what both share

  private static Layout atLeast1d(Layout layout) {
    return layout.rank() == 0 ? layout.reshape(Shape.of(1)) : layout;
  }

  /// The indices as int64, each of them checked to be a position of the dimension.
  private static Tensor positions(Tensor index, int dim, int size) {
    return Positions.checked(
        index,
        size,
        outside ->
            "index %d is out of bounds for dimension %d with size %d"
                .formatted(outside, dim, size));
  }

  private static Tensor gathered(
      Tensor x, Layout in, int dim, Tensor positions, Layout places, Shape shape) {
    Tensor result = Elements.uninitialized(x.dtype(), shape);
    Elements.kernels(x.dtype())
        .gather(
            Elements.array(x),
            in,
            dim,
            Elements.longs(positions),
            places,
            Elements.array(result),
            Layout.contiguous(places.shape()));
    return result;
  }

  private static Tensor added(
      Tensor x, int dim, Tensor source, Layout added, Tensor positions, Layout places) {
    DType computing = Elements.computing(x.dtype());
    Tensor sum = Elements.uninitialized(computing, x.shape());
    Elements.copy(x, sum, sum.layout());
    Tensor addend = Elements.to(Tensor.of(source.storage(), added), computing);
    Elements.kernels(computing)
        .scatterAdd(
            Elements.array(addend),
            addend.layout(),
            dim,
            Elements.longs(positions),
            places,
            Elements.array(sum),
            atLeast1d(sum.layout()));
    return Elements.to(sum, x.dtype());
  }
}
