package org.hypergrad.ops.basic;

import static org.hypergrad.spi.Partial.usesShape;
import static org.hypergrad.spi.Partial.usesX;
import static org.hypergrad.spi.Partial.usesXY;
import static org.hypergrad.spi.StandardAttributes.CORRECTION;
import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.DIMS;
import static org.hypergrad.spi.StandardAttributes.KEEPDIM;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.ReduceOp;
import org.hypergrad.spi.UnaryOperation;

/// Many numbers to few (PyTorch: `aten/src/ATen/native/ReduceOps.cpp`). A rule brings the gradient `g` of the few back
/// to the many: first it restores the dimensions that went, with size 1, then broadcasting does the rest.
final class Reductions {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          Rows.unary(
              "sum", "Σ x", Reductions::sum,
              usesShape("g for every x", (g, shape, at) -> spread(g, shape, at)), DIMS, KEEPDIM),
          Rows.unary(
              "mean", "Σ x / n", Reductions::mean,
              usesShape("g / n for every x", Reductions::meanRule), DIMS, KEEPDIM),
          Rows.unary(
              "max", "the largest x", (x, at) -> extreme("max", ReduceOp.MAX, x, at),
              usesXY("g shared among the largest x", (g, x, y) -> sharedByAll(g, x, y))),
          Rows.unary(
              "min", "the smallest x", (x, at) -> extreme("min", ReduceOp.MIN, x, at),
              usesXY("g shared among the smallest x", (g, x, y) -> sharedByAll(g, x, y))),
          Rows.unary(
              "amax", "the largest x along dims", (x, at) -> extreme("amax", ReduceOp.MAX, x, at),
              usesXY("g shared among the largest x", Reductions::sharedAlong), DIMS, KEEPDIM),
          Rows.unary(
              "amin", "the smallest x along dims", (x, at) -> extreme("amin", ReduceOp.MIN, x, at),
              usesXY("g shared among the smallest x", Reductions::sharedAlong), DIMS, KEEPDIM),
          new ExtremeAlongDimension("max_dim", "the largest x along dim, and its index", ReduceOp.MAX),
          new ExtremeAlongDimension("min_dim", "the smallest x along dim, and its index", ReduceOp.MIN),
          Rows.unary(
              "argmax", "where the largest x is", (x, at) -> place("argmax", ReduceOp.MAX, x, at),
              null, DIM, KEEPDIM),
          Rows.unary(
              "argmin", "where the smallest x is", (x, at) -> place("argmin", ReduceOp.MIN, x, at),
              null, DIM, KEEPDIM),
          UnaryOperation.of(
              "var", "Σ (x - mean)² / (n - correction)", Reductions::variance,
              usesX("g * 2 (x - mean) / (n - correction)", Reductions::varianceRule),
              DIMS, CORRECTION, KEEPDIM),
          UnaryOperation.of(
              "std", "√(Σ (x - mean)² / (n - correction))", (x, at) -> variance(x, at).sqrt(),
              usesXY("g * (x - mean) / (n - correction) / y, 0 where y = 0", Reductions::stdRule),
              DIMS, CORRECTION, KEEPDIM));

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
    return Pointwise.compute(
        BinaryOp.DIV, sum, Tensor.scalar(x.dtype(), over.count()));
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

  private static Tensor place(String name, ReduceOp op, Tensor x, Attributes at) {
    ReducedDimensions over = ReducedDimensions.ofOne(x.shape(), at);
    over.checkNotEmpty(name, at.get(DIM) != null);
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
    Tensor squares = x.sub(x.mean(true, over.dims())).square();
    double n = Math.max(0, over.count() - at.get(CORRECTION));
    return squares.sum(over.keepdim(), over.dims()).div(n);
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
