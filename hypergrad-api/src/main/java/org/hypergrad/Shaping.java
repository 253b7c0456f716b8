package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.DIM1;
import static org.hypergrad.spi.StandardAttributes.DIM_OR_ALL;
import static org.hypergrad.spi.StandardAttributes.DTYPE;
import static org.hypergrad.spi.StandardAttributes.ORDER;
import static org.hypergrad.spi.StandardAttributes.SHAPE;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hypergrad.spi.Attributes;

/// Other shapes of the same elements. Nearly all are views: they share the storage, and cost
/// nothing.
public sealed interface Shaping permits Tensor {
  /// The same elements under another shape, without copying; one size may be -1, which is worked
  /// out.
  ///
  /// @throws IllegalArgumentException if the strides do not allow it: see [#reshape]
  default Tensor view(int... sizes) {
    return self().apply(Core.VIEW, Attributes.of(SHAPE, inferred(self(), sizes)));
  }

  /// The same elements under another shape: a view where that is possible, else a copy.
  default Tensor reshape(int... sizes) {
    Shape shape = inferred(self(), sizes);
    Tensor source = self().layout().reshape(shape) == null ? contiguous() : self();
    return source.apply(Core.VIEW, Attributes.of(SHAPE, shape));
  }

  /// The same elements under a shape: a view where that is possible, else a copy.
  default Tensor reshape(Shape shape) {
    return reshape(shape.toArray());
  }

  /// All elements in one dimension.
  default Tensor flatten() {
    return flatten(0, -1);
  }

  /// The dimensions from `start` to `end`, both included, as one.
  default Tensor flatten(int start, int end) {
    Shape shape = self().shape();
    int from = shape.normalize(start);
    int to = shape.normalize(end);
    if (from > to) {
      throw new IllegalArgumentException(
          "flatten() has invalid args: start_dim cannot come after end_dim");
    }
    if (shape.rank() == 0) {
      return reshape(1);
    }
    if (from == to) {
      return self();
    }
    int merged = 1;
    for (int d = from; d <= to; d++) {
      merged *= shape.size(d);
    }
    int[] sizes = new int[shape.rank() - (to - from)];
    for (int d = 0; d < sizes.length; d++) {
      sizes[d] = d < from ? shape.size(d) : d == from ? merged : shape.size(d + to - from);
    }
    return reshape(sizes);
  }

  /// One dimension as several, whose sizes multiply up to its own; one of them may be −1, for what
  /// is left.
  default Tensor unflatten(int dim, int... sizes) {
    int[] all = self().shape().toArray();
    int at = self().shape().normalize(dim);
    int[][] parts = {Arrays.copyOf(all, at), sizes, Arrays.copyOfRange(all, at + 1, all.length)};
    return reshape(Stream.of(parts).flatMapToInt(IntStream::of).toArray());
  }

  /// Without its dimensions of size 1.
  default Tensor squeeze() {
    return self().apply(Core.SQUEEZE);
  }

  /// Without this dimension, if its size is 1.
  default Tensor squeeze(int dim) {
    return self().apply(Core.SQUEEZE, Attributes.of(DIM_OR_ALL, dim));
  }

  /// With a dimension of size 1 put in at `dim`.
  default Tensor unsqueeze(int dim) {
    return self().apply(Core.UNSQUEEZE, Attributes.of(DIM, dim));
  }

  /// With two dimensions exchanged.
  default Tensor transpose(int dim0, int dim1) {
    return self().apply(Core.TRANSPOSE, Attributes.of(DIM, dim0, DIM1, dim1));
  }

  /// A matrix with rows and columns exchanged; fewer dimensions stay as they are.
  default Tensor t() {
    return self().apply(Core.T);
  }

  /// With its dimensions in another order.
  default Tensor permute(int... order) {
    return self().apply(Core.PERMUTE, Attributes.of(ORDER, Arrays.stream(order).boxed().toList()));
  }

  /// With dimensions of size 1, and new ones in front, repeated without copying; -1 leaves a size
  /// as it is.
  default Tensor expand(int... sizes) {
    Shape shape = self().shape();
    int lead = sizes.length - shape.rank();
    int[] target = sizes.clone();
    for (int d = 0; d < sizes.length; d++) {
      if (sizes[d] == -1) {
        if (d < lead) {
          throw new IllegalArgumentException(
              "The expanded size of the tensor (-1) isn't allowed in a leading, non-existing"
                  + " dimension "
                  + d);
        }
        target[d] = shape.size(d - lead);
      }
    }
    return expand(Shape.of(target));
  }

  /// Expanded to a shape.
  default Tensor expand(Shape shape) {
    return self().apply(Core.EXPAND, Attributes.of(SHAPE, shape));
  }

  /// The sum over whatever dimensions were expanded to get from `shape` to this tensor's shape.
  default Tensor sumTo(Shape shape) {
    Shape from = self().shape();
    if (from.equals(shape)) {
      return self();
    }
    if (!shape.broadcastsTo(from)) {
      throw new IllegalArgumentException(
          "size {" + shape + "} is not expandable to size {" + from + "}.");
    }
    int lead = from.rank() - shape.rank();
    int[] expanded =
        IntStream.range(0, from.rank())
            .filter(d -> d < lead || shape.size(d - lead) == 1 && from.size(d) != 1)
            .toArray();
    Tensor sum = expanded.length == 0 ? self() : self().sum(true, expanded);
    return lead == 0 ? sum : sum.reshape(shape);
  }

  /// This tensor if its elements lie in row-major order, else a copy where they do.
  default Tensor contiguous() {
    return self().isContiguous() ? self() : self().apply(Core.CLONE);
  }

  /// This tensor in another element type; itself if it has that type.
  default Tensor to(DType dtype) {
    return self().dtype() == dtype ? self() : self().apply(Core.TO, Attributes.of(DTYPE, dtype));
  }

  private static Shape inferred(Tensor x, int... sizes) {
    int[] result = sizes.clone();
    int unknown = -1;
    long known = 1;
    for (int d = 0; d < sizes.length; d++) {
      if (sizes[d] == -1) {
        if (unknown >= 0) {
          throw new IllegalArgumentException(
              "only one dimension can be inferred, but the shape is " + Arrays.toString(sizes));
        }
        unknown = d;
      } else if (sizes[d] < 0) {
        throw new IllegalArgumentException(
            "invalid shape dimension " + sizes[d] + " in " + Arrays.toString(sizes));
      } else {
        known *= sizes[d];
      }
    }
    int numel = x.numel();
    if (unknown >= 0 && known == 0 && numel == 0) {
      throw new IllegalArgumentException(
          "cannot reshape tensor of 0 elements into shape "
              + Arrays.toString(sizes)
              + " because the unspecified dimension size -1 can be any value and is ambiguous");
    }
    if (unknown >= 0 && known > 0 && numel % known == 0) {
      result[unknown] = (int) (numel / known);
    } else if (unknown >= 0 || known != numel) {
      throw new IllegalArgumentException(
          "shape '"
              + Arrays.toString(sizes)
              + "' is invalid for input of size "
              + numel
              + " (shape "
              + x.shape()
              + ")");
    }
    return Shape.of(result);
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
