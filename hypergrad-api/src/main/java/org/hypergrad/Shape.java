package org.hypergrad;

import java.util.Arrays;

/// The sizes of a tensor, outermost first; immutable (PyTorch: `torch.Size`).
public final class Shape {
  /// The shape of a 0-d tensor: no dimensions, one element.
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] sizes;
  private final int numel;

  /// The layout of all results of this shape, made at the first; two threads may both make it.
  private Layout rowMajor;

  private Shape(int[] sizes) {
    this.sizes = sizes;
    this.numel = checkedProduct(sizes);
  }

  /// The shape with these sizes.
  ///
  /// @throws IllegalArgumentException if a size is negative or a tensor of this shape cannot be
  ///   addressed
  public static Shape of(int... sizes) {
    return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
  }

  private static int checkedProduct(int[] sizes) {
    long product = 1;
    boolean empty = false;
    for (int size : sizes) {
      if (size < 0) {
        throw new IllegalArgumentException(
            "Trying to create tensor with negative dimension "
                + size
                + ": "
                + Arrays.toString(sizes));
      }
      empty |= size == 0;
      product = Math.min(product * Math.max(size, 1), 1L << 31);
    }
    if (!empty && product > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A tensor of shape "
              + Arrays.toString(sizes)
              + " has more elements than a Java array can hold (2^31 - 1)");
    }
    return empty ? 0 : (int) product;
  }

  Layout rowMajor() {
    Layout layout = rowMajor;
    if (layout == null) {
      layout = Layout.rowMajor(this);
      rowMajor = layout;
    }
    return layout;
  }

  /// How many dimensions there are (PyTorch: `dim()`).
  public int rank() {
    return sizes.length;
  }

  /// The size of a dimension; negative counts from the end.
  public int size(int dim) {
    return sizes[normalize(dim)];
  }

  /// How many elements a tensor of this shape has.
  public int numel() {
    return numel;
  }

  /// A fresh array of the sizes.
  public int[] toArray() {
    return sizes.clone();
  }

  /// The dimension `dim` counted from the front.
  ///
  /// @throws IndexOutOfBoundsException if there is no such dimension; a 0-d shape accepts 0 and -1
  public int normalize(int dim) {
    return normalize(dim, Math.max(sizes.length, 1));
  }

  static int normalize(int dim, int rank) {
    if (dim < -rank || dim >= rank) {
      throw new IndexOutOfBoundsException(
          "Dimension out of range (expected to be in range of ["
              + -rank
              + ", "
              + (rank - 1)
              + "], but got "
              + dim
              + ")");
    }
    return dim < 0 ? dim + rank : dim;
  }

  /// This shape with the size of one dimension replaced.
  public Shape with(int dim, int size) {
    int[] changed = sizes.clone();
    changed[normalize(dim)] = size;
    return new Shape(changed);
  }

  /// This shape without the given dimensions (each already [#normalize]d), or with size 1 in their
  /// place.
  public Shape reduced(boolean[] gone, boolean keepdim) {
    int[] kept = new int[sizes.length];
    int rank = 0;
    for (int d = 0; d < sizes.length; d++) {
      if (!gone[d]) {
        kept[rank++] = sizes[d];
      } else if (keepdim) {
        kept[rank++] = 1;
      }
    }
    return new Shape(Arrays.copyOf(kept, rank));
  }

  /// The shape that both broadcast to.
  ///
  /// @throws IllegalArgumentException if two sizes differ and neither is 1
  public static Shape broadcast(Shape a, Shape b) {
    if (a == b || Arrays.equals(a.sizes, b.sizes)) {
      return a;
    }
    int rank = Math.max(a.sizes.length, b.sizes.length);
    int[] result = new int[rank];
    for (int d = 1; d <= rank; d++) {
      int sizeA = d <= a.sizes.length ? a.sizes[a.sizes.length - d] : 1;
      int sizeB = d <= b.sizes.length ? b.sizes[b.sizes.length - d] : 1;
      if (sizeA != sizeB && sizeA != 1 && sizeB != 1) {
        throw new IllegalArgumentException(
            "The size of tensor a ("
                + sizeA
                + ") must match the size of tensor b ("
                + sizeB
                + ") at non-singleton dimension "
                + (rank - d)
                + ": shapes "
                + a
                + " and "
                + b
                + " cannot be broadcast together, for sizes are matched from the right and must be"
                + " equal or 1");
      }
      result[rank - d] = sizeA == 1 ? sizeB : sizeA;
    }
    return new Shape(result);
  }

  /// Whether a tensor of this shape can be expanded to `target` by repeating dimensions of size 1.
  public boolean broadcastsTo(Shape target) {
    int lead = target.sizes.length - sizes.length;
    if (lead < 0) {
      return false;
    }
    for (int d = 0; d < sizes.length; d++) {
      if (sizes[d] != target.sizes[lead + d] && sizes[d] != 1) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /// The sizes in brackets: `[2, 3]`.
  @Override
  public String toString() {
    return Arrays.toString(sizes);
  }
}
