package org.hypergrad.ops.basic.kernels;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.Shape;

/// What a reduction walks through: layouts of one shape, so that a single loop serves every choice
/// of dimensions. If the kept dimensions lie closer together in memory than the reduced ones, as in
/// a sum over the rows of a matrix, they are the inner ones of that loop.
///
/// @param results how many results there are
/// @param x the elements
/// @param out where an element's result stands: row-major over the kept dimensions, repeated along
///   the reduced ones
/// @param position the number of an element among those of its result, row-major over the reduced
///   dimensions
record ReductionLayouts(int results, Layout x, Layout out, Layout position) {
  /// The layouts for reducing the dimensions of x behind the first `kept` ones.
  static ReductionLayouts of(Layout x, int kept) {
    int rank = x.rank();
    int[] keptSizes = x.shape().toArray();
    Arrays.fill(keptSizes, kept, rank, 1);
    int[] reducedSizes = Arrays.copyOfRange(x.shape().toArray(), kept, rank);
    Layout out = Layout.contiguous(Shape.of(keptSizes));
    Layout position = Layout.contiguous(Shape.of(reducedSizes)).expand(x.shape());
    ReductionLayouts layouts =
        new ReductionLayouts(out.numel(), x, out.expand(x.shape()), position);
    boolean keptLieCloser =
        0 < kept && kept < rank && Math.abs(x.stride(kept - 1)) < Math.abs(x.stride(rank - 1));
    return keptLieCloser ? layouts.reducedFirst(kept) : layouts;
  }

  private ReductionLayouts reducedFirst(int kept) {
    int rank = x.rank();
    int[] order = new int[rank];
    Arrays.setAll(order, d -> (kept + d) % rank);
    return new ReductionLayouts(
        results, x.permute(order), out.permute(order), position.permute(order));
  }
}
