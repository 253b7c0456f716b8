package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.UnaryRow.unary;
import static org.hypergrad.spi.Partial.usesAttributes;
import static org.hypergrad.spi.Partial.usesNothing;
import static org.hypergrad.spi.Partial.usesShape;
import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.DIM1;
import static org.hypergrad.spi.StandardAttributes.DIM_OR_ALL;
import static org.hypergrad.spi.StandardAttributes.END;
import static org.hypergrad.spi.StandardAttributes.INDEX;
import static org.hypergrad.spi.StandardAttributes.ORDER;
import static org.hypergrad.spi.StandardAttributes.SHAPE;
import static org.hypergrad.spi.StandardAttributes.START;
import static org.hypergrad.spi.StandardAttributes.STEP;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.UnaryOperation;

/// Other shapes of the same elements. A view is a new [Layout] over the storage of x and costs
/// nothing else; its gradient goes back through the opposite view (PyTorch:
/// `aten/src/ATen/native/TensorShape.cpp`).
///
/// Only a part of x has no opposite view: its gradient is put into zeros of the shape of x, by the
/// operations `select_backward` and `slice_backward`, whose own derivatives are `select` and
/// `slice` again.
final class Views {
  private static final UnaryOperation SELECT_BACKWARD =
      unary("select_backward", "zeros, x at index", Views::selectBackward, SHAPE, DIM, INDEX)
          .partial(usesAttributes("g at index", (g, at) -> g.select(at.get(DIM), at.get(INDEX))));

  private static final UnaryOperation SLICE_BACKWARD =
      unary("slice_backward", "zeros, x inside", Views::sliceBackward, SHAPE, DIM, START, END, STEP)
          .partial(usesAttributes("g from start to end", Views::slicedAlike));

  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          unary("view", "x in another shape", (x, at) -> view(x, at.get(SHAPE)), SHAPE)
              .partial(usesShape("g in the shape of x", (g, shape) -> g.reshape(shape))),
          unary("unsqueeze", "x with a new dim of size 1", Views::unsqueeze, DIM)
              .partial(usesShape("g in the shape of x", (g, shape) -> g.reshape(shape))),
          unary("squeeze", "x without dims of size 1", Views::squeeze, DIM_OR_ALL)
              .partial(usesShape("g in the shape of x", (g, shape) -> g.reshape(shape))),
          unary("expand", "x repeated along dims of size 1", Views::expand, SHAPE)
              .partial(usesNothing("g summed to the shape of x", g -> g)),
          unary("transpose", "x with two dims exchanged", Views::transpose, DIM, DIM1)
              .partial(
                  usesAttributes(
                      "g with them exchanged", (g, at) -> g.transpose(at.get(DIM), at.get(DIM1)))),
          unary("t", "xᵀ", (x, _) -> t(x)).partial(usesNothing("gᵀ", g -> g.t())),
          unary("permute", "x with its dims in another order", Views::permute, ORDER)
              .partial(usesAttributes("g with its dims put back", Views::permuteBack)),
          unary("select", "x at index", Views::select, DIM, INDEX)
              .partial(usesShape("zeros, g at index", Views::selectRule)),
          unary("slice", "x from start to end", Views::slice, DIM, START, END, STEP)
              .partial(usesShape("zeros, g from start to end", Views::sliceRule)),
          SELECT_BACKWARD,
          SLICE_BACKWARD,
          new Split());

  private Views() {}

  // ---- the same elements in another shape

  /// Another view of the elements of x.
  private static Tensor shown(Tensor x, Layout layout) {
    return Tensor.of(x.storage(), layout);
  }

  private static Tensor view(Tensor x, Shape shape) {
    if (shape.numel() != x.numel()) {
      throw new IllegalArgumentException(
          "shape '" + shape + "' is invalid for input of size " + x.numel());
    }
    Layout layout = x.layout().reshape(shape);
    if (layout == null) {
      throw new IllegalArgumentException(
          "view size is not compatible with input tensor's size and stride (at least one dimension"
              + " spans across two contiguous subspaces). Use .reshape(...) instead. The elements"
              + " cannot be seen as "
              + shape
              + " where they lie ("
              + x.layout()
              + ").");
    }
    return shown(x, layout);
  }

  private static Tensor unsqueeze(Tensor x, Attributes at) {
    return view(x, unsqueezed(x.shape(), at.get(DIM)));
  }

  /// A shape with a dimension of size 1 put in.
  static Shape unsqueezed(Shape shape, int dim) {
    int rank = shape.rank() + 1;
    if (dim < -rank || dim >= rank) {
      throw new IndexOutOfBoundsException(
          "Dimension out of range (expected to be in range of [%d, %d], but got %d)"
              .formatted(-rank, rank - 1, dim));
    }
    int at = dim < 0 ? dim + rank : dim;
    int[] sizes = Arrays.copyOf(shape.toArray(), rank);
    System.arraycopy(sizes, at, sizes, at + 1, rank - 1 - at);
    sizes[at] = 1;
    return Shape.of(sizes);
  }

  private static Tensor squeeze(Tensor x, Attributes at) {
    Shape shape = x.shape();
    Integer dim = at.get(DIM_OR_ALL);
    boolean[] gone = new boolean[shape.rank()];
    int only = dim == null ? -1 : shape.normalize(dim);
    for (int d = 0; d < gone.length; d++) {
      gone[d] = shape.size(d) == 1 && (dim == null || d == only);
    }
    return view(x, shape.reduced(gone, false));
  }

  private static Tensor expand(Tensor x, Attributes at) {
    return shown(x, x.layout().expand(at.get(SHAPE)));
  }

  // ---- dimensions in another order

  private static Tensor transpose(Tensor x, Attributes at) {
    int dim0 = x.shape().normalize(at.get(DIM));
    int dim1 = x.shape().normalize(at.get(DIM1));
    return shown(x, x.layout().transpose(dim0, dim1));
  }

  private static Tensor t(Tensor x) {
    if (x.rank() > 2) {
      throw new IllegalArgumentException(
          "t() expects a tensor with <= 2 dimensions, but self is "
              + x.rank()
              + "D. To exchange two of its dimensions, use transpose(dim0, dim1).");
    }
    return shown(x, x.rank() == 2 ? x.layout().transpose(0, 1) : x.layout());
  }

  private static Tensor permute(Tensor x, Attributes at) {
    return shown(x, x.layout().permute(order(x.shape(), at)));
  }

  private static int[] order(Shape shape, Attributes at) {
    int[] order = at.get(ORDER).stream().mapToInt(Integer::intValue).toArray();
    if (order.length != shape.rank()) {
      throw new IllegalArgumentException(
          "permute(): number of dimensions in the tensor input does not match the length of the"
              + " desired ordering of dimensions i.e. input.dim() = "
              + shape.rank()
              + " is not equal to len(dims) = "
              + order.length);
    }
    boolean[] seen = new boolean[order.length];
    for (int d = 0; d < order.length; d++) {
      order[d] = shape.normalize(order[d]);
      if (seen[order[d]]) {
        throw new IllegalArgumentException(
            "permute(): duplicate dims are not allowed. Dimension "
                + order[d]
                + " is named twice in "
                + at.get(ORDER));
      }
      seen[order[d]] = true;
    }
    return order;
  }

  private static Tensor permuteBack(Tensor g, Attributes at) {
    int[] order = order(g.shape(), at);
    int[] inverse = new int[order.length];
    for (int d = 0; d < order.length; d++) {
      inverse[order[d]] = d;
    }
    return g.permute(inverse);
  }

  // ---- parts

  private static Tensor select(Tensor x, Attributes at) {
    return shown(x, selected(x.layout(), at));
  }

  private static Tensor selectRule(Tensor g, Shape shape, Attributes at) {
    return g.apply(SELECT_BACKWARD, at.with(SHAPE, shape));
  }

  private static Tensor selectBackward(Tensor g, Attributes at) {
    Tensor zeros = Tensor.zeros(g.dtype(), at.get(SHAPE));
    Elements.copy(g, zeros, selected(zeros.layout(), at));
    return zeros;
  }

  private static Layout selected(Layout layout, Attributes at) {
    Shape shape = layout.shape();
    if (shape.rank() == 0) {
      throw new IndexOutOfBoundsException("select() cannot be applied to a 0-dim tensor.");
    }
    int dim = shape.normalize(at.get(DIM));
    int index = at.get(INDEX);
    int size = shape.size(dim);
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException(
          "select(): index %d out of range for tensor of size %s at dimension %d"
              .formatted(index, shape, dim));
    }
    return layout.select(dim, index < 0 ? index + size : index);
  }

  private static Tensor slice(Tensor x, Attributes at) {
    return shown(x, sliced(x.layout(), at));
  }

  private static Tensor sliceRule(Tensor g, Shape shape, Attributes at) {
    return g.apply(SLICE_BACKWARD, at.with(SHAPE, shape));
  }

  private static Tensor sliceBackward(Tensor g, Attributes at) {
    Tensor zeros = Tensor.zeros(g.dtype(), at.get(SHAPE));
    Elements.copy(g, zeros, sliced(zeros.layout(), at));
    return zeros;
  }

  private static Tensor slicedAlike(Tensor g, Attributes at) {
    return g.slice(at.get(DIM), at.get(START), at.get(END), at.get(STEP));
  }

  private static Layout sliced(Layout layout, Attributes at) {
    Shape shape = layout.shape();
    if (shape.rank() == 0) {
      throw new IllegalArgumentException("slice() cannot be applied to a 0-dim tensor.");
    }
    int dim = shape.normalize(at.get(DIM));
    int step = at.get(STEP);
    if (step <= 0) {
      throw new IllegalArgumentException("slice step must be positive, but it is " + step);
    }
    int start = within(at.get(START), shape.size(dim));
    int end = Math.max(start, within(at.get(END), shape.size(dim)));
    return layout.slice(dim, start, end, step);
  }

  /// A position counted from the end if negative, and brought into range.
  private static int within(int position, int size) {
    return Math.clamp(position < 0 ? position + size : position, 0, size);
  }
}
