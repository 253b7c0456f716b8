package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.UnaryRow.unary;
import static org.hypergrad.spi.Partial.usesShape;
import static org.hypergrad.spi.Partial.usesX;
import static org.hypergrad.spi.Partial.usesXY;
import static org.hypergrad.spi.ReduceOp.MAX;
import static org.hypergrad.spi.ReduceOp.MIN;
import static org.hypergrad.spi.StandardAttributes.CORRECTION;
import static org.hypergrad.spi.StandardAttributes.DIMS;
import static org.hypergrad.spi.StandardAttributes.DIM_OR_ALL;
import static org.hypergrad.spi.StandardAttributes.KEEPDIM;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.ReduceOp;
import org.hypergrad.spi.UnaryOp;

/// Many numbers to few (PyTorch: `aten/src/ATen/native/ReduceOps.cpp`). A rule brings the gradient
/// `g` of the few back to the many: first it restores the dimensions that went, with size 1, then
/// broadcasting does the rest.
///
/// In the formulas n is the number of elements that become one, and m = n - correction.
final class Reductions {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          unary("sum", "Σ x", Reductions::sum, DIMS, KEEPDIM)
              .partial(usesShape("g for every x", Reductions::spread)),
          unary("mean", "Σ x / n", Reductions::mean, DIMS, KEEPDIM)
              .partial(usesShape("g / n for every x", Reductions::meanRule)),
          unary("max", "the largest x", (x, at) -> extreme("max", MAX, x, at))
              .partial(usesXY("g shared among the largest x", (g, x, y) -> sharedByAll(g, x, y))),
          unary("min", "the smallest x", (x, at) -> extreme("min", MIN, x, at))
              .partial(usesXY("g shared among the smallest x", (g, x, y) -> sharedByAll(g, x, y))),
          unary("amax", "largest x", (x, at) -> extreme("amax", MAX, x, at), DIMS, KEEPDIM)
              .partial(usesXY("g shared among the largest x", Reductions::sharedAlong)),
          unary("amin", "smallest x", (x, at) -> extreme("amin", MIN, x, at), DIMS, KEEPDIM)
              .partial(usesXY("g shared among the smallest x", Reductions::sharedAlong)),
          new ExtremeAlongDimension("max_dim", "the largest x along dim, and its index", MAX),
          new ExtremeAlongDimension("min_dim", "the smallest x along dim, and its index", MIN),
          unary("argmax", "where the largest x is", Reductions::argmax, DIM_OR_ALL, KEEPDIM)
              .notDifferentiable(),
          unary("argmin", "where the smallest x is", Reductions::argmin, DIM_OR_ALL, KEEPDIM)
              .notDifferentiable(),
          unary("var", "Σ (x - mean)² / m", Reductions::variance, DIMS, CORRECTION, KEEPDIM)
              .partial(usesX("g * 2 (x - mean) / m", Reductions::varianceRule)),
          unary("std", "√var(x)", Reductions::deviation, DIMS, CORRECTION, KEEPDIM)
              .partial(usesXY("g * (x - mean) / (m * y), 0 where y = 0", Reductions::stdRule)));

  private Reductions() {}

  // ---- sums

  private static Tensor sum(Tensor x, Attributes at) {
    DType dtype = x.dtype().isFloating() ? x.dtype() : DType.INT64;
    return reduced(ReduceOp.SUM, Elements.to(x, dtype), ReducedDimensions.of(x.shape(), at));
  }

  private static Tensor reduced(ReduceOp op, Tensor x, ReducedDimensions over) {
    Tensor y = Elements.uninitialized(x.dtype(), over.result());
    Elements.kernels(x.dtype())
        .reduce(op, Elements.array(x), over.keptFirst(x.layout()), over.kept(), Elements.array(y));
    return y;
  }

  private static Tensor spread(Tensor g, Shape shape, Attributes at) {
    return ReducedDimensions.of(shape, at).restored(g).expand(shape);
  }

  private static Tensor mean(Tensor x, Attributes at) {
    checkFloating("mean(): could not infer output dtype. Input dtype", x);
    ReducedDimensions over = ReducedDimensions.of(x.shape(), at);
    Tensor sum = reduced(ReduceOp.SUM, x, over);
    return Pointwise.compute(BinaryOp.DIV, sum, Tensor.scalar(x.dtype(), over.count()));
  }

  private static Tensor meanRule(Tensor g, Shape shape, Attributes at) {
    int n = ReducedDimensions.of(shape, at).count();
    return spread(g.div((double) n), shape, at);
  }

  private static void checkFloating(String whose, Tensor x) {
    if (!x.dtype().isFloating()) {
      throw new IllegalArgumentException(
          whose
              + " must be either a floating point or complex dtype. Got: "
              + x.dtype()
              + ". Convert it first: x.to(DType.FLOAT32).");
    }
  }

  // ---- largest and smallest

  private static Tensor extreme(String name, ReduceOp op, Tensor x, Attributes at) {
    ReducedDimensions over = ReducedDimensions.of(x.shape(), at);
    over.checkNotEmpty(name, at.get(DIMS) != null && !at.get(DIMS).isEmpty());
    Tensor in = Elements.to(x, Elements.computing(x.dtype()));
    return Elements.to(reduced(op, in, over), x.dtype());
  }

  /// Among all elements. Where the result is NaN, the NaNs share it.
  private static Tensor sharedByAll(Tensor g, Tensor x, Tensor y) {
    Tensor equal = Double.isNaN(y.item()) ? x.ne(x) : x.eq(y);
    return Tensor.where(equal, g.div(equal.sum()), Tensor.scalar(g.dtype(), 0));
  }

  private static Tensor sharedAlong(Tensor g, Tensor x, Tensor y, Attributes at) {
    ReducedDimensions over = ReducedDimensions.of(x.shape(), at);
    Tensor equal = x.eq(over.restored(y));
    return over.restored(g).mul(equal).div(equal.sum(true, over.dims()));
  }

  private static Tensor argmax(Tensor x, Attributes at) {
    return place("argmax", MAX, x, at);
  }

  private static Tensor argmin(Tensor x, Attributes at) {
    return place("argmin", MIN, x, at);
  }

  private static Tensor place(String name, ReduceOp op, Tensor x, Attributes at) {
    ReducedDimensions over = ReducedDimensions.ofOne(x.shape(), at.get(DIM_OR_ALL), at);
    over.checkNotEmpty(name, at.get(DIM_OR_ALL) != null);
    return place(op, x, over);
  }

  /// Where the largest or smallest elements stand, counted along the reduced dimensions.
  static Tensor place(ReduceOp op, Tensor x, ReducedDimensions over) {
    Tensor in = Elements.to(x, Elements.computing(x.dtype()));
    Tensor places = Elements.uninitialized(DType.INT64, over.result());
    Elements.kernels(in.dtype())
        .argReduce(
            op,
            Elements.array(in),
            over.keptFirst(in.layout()),
            over.kept(),
            Elements.longs(places));
    return places;
  }

  // ---- variance

  private static Tensor variance(Tensor x, Attributes at) {
    checkFloating("std and var: the input", x);
    ReducedDimensions over = ReducedDimensions.of(x.shape(), at);
    double divisor = Math.max(0, over.count() - at.get(CORRECTION));
    Tensor y = Elements.uninitialized(x.dtype(), over.result());
    Elements.kernels(x.dtype())
        .variance(
            Elements.array(x), over.keptFirst(x.layout()), over.kept(), divisor, Elements.array(y));
    return y;
  }

  private static Tensor deviation(Tensor x, Attributes at) {
    return Pointwise.compute(UnaryOp.SQRT, 0, 0, variance(x, at));
  }

  private static Tensor varianceRule(Tensor g, Tensor x, Attributes at) {
    ReducedDimensions over = ReducedDimensions.of(x.shape(), at);
    double n = over.count() - at.get(CORRECTION);
    return over.restored(g).mul(2 / n).mul(x.sub(x.mean(true, over.dims())));
  }

  private static Tensor stdRule(Tensor g, Tensor x, Tensor y, Attributes at) {
    Tensor ofVariance = g.div(y.mul(2.0)).maskedFill(y.eq(0.0), 0.0);
    return varianceRule(ofVariance, x, at);
  }
}
