package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.CORRECTION;
import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.DIMS;
import static org.hypergrad.spi.StandardAttributes.DIM_OR_ALL;
import static org.hypergrad.spi.StandardAttributes.KEEPDIM;

import java.util.Arrays;
import org.hypergrad.spi.Attributes;

/// Many numbers to few. Without dimensions, or with an empty list of them, over all elements.
public sealed interface Reductions permits Tensor {
  /// The sum; whole numbers and truth values are summed as int64.
  default Tensor sum() {
    return self().apply(Core.SUM);
  }

  /// The same along some dimensions.
  default Tensor sum(int... dims) {
    return sum(false, dims);
  }

  /// The same along some dimensions, which stay with size 1 if `keepdim`.
  default Tensor sum(boolean keepdim, int... dims) {
    return self().apply(Core.SUM, Reductions.over(keepdim, dims));
  }

  /// The mean.
  default Tensor mean() {
    return self().apply(Core.MEAN);
  }

  /// The same along some dimensions.
  default Tensor mean(int... dims) {
    return mean(false, dims);
  }

  /// The same along some dimensions, which stay with size 1 if `keepdim`.
  default Tensor mean(boolean keepdim, int... dims) {
    return self().apply(Core.MEAN, Reductions.over(keepdim, dims));
  }

  /// The largest element; equal ones share the gradient evenly.
  default Tensor max() {
    return self().apply(Core.MAX);
  }

  /// The smallest element; equal ones share the gradient evenly.
  default Tensor min() {
    return self().apply(Core.MIN);
  }

  /// The largest elements along a dimension and where they stand; the first of equal ones gets the
  /// gradient.
  default ValuesAndIndices max(int dim, boolean keepdim) {
    return ValuesAndIndices.of(
        Tensor.apply(Core.MAX_DIM, Attributes.of(DIM, dim, KEEPDIM, keepdim), self()));
  }

  /// The smallest elements along a dimension and where they stand; the first of equal ones gets the
  /// gradient.
  default ValuesAndIndices min(int dim, boolean keepdim) {
    return ValuesAndIndices.of(
        Tensor.apply(Core.MIN_DIM, Attributes.of(DIM, dim, KEEPDIM, keepdim), self()));
  }

  /// The largest element; equal ones share the gradient evenly.
  default Tensor amax() {
    return self().apply(Core.AMAX);
  }

  /// The same along some dimensions.
  default Tensor amax(int... dims) {
    return amax(false, dims);
  }

  /// The same along some dimensions, which stay with size 1 if `keepdim`.
  default Tensor amax(boolean keepdim, int... dims) {
    return self().apply(Core.AMAX, Reductions.over(keepdim, dims));
  }

  /// The smallest element; equal ones share the gradient evenly.
  default Tensor amin() {
    return self().apply(Core.AMIN);
  }

  /// The same along some dimensions.
  default Tensor amin(int... dims) {
    return amin(false, dims);
  }

  /// The same along some dimensions, which stay with size 1 if `keepdim`.
  default Tensor amin(boolean keepdim, int... dims) {
    return self().apply(Core.AMIN, Reductions.over(keepdim, dims));
  }

  /// Where the largest element stands, counted row-major over all; the first of equal ones. Of
  /// int64.
  default Tensor argmax() {
    return self().apply(Core.ARGMAX);
  }

  /// The same along one dimension, which stays with size 1 if `keepdim`.
  default Tensor argmax(int dim, boolean keepdim) {
    return self().apply(Core.ARGMAX, Attributes.of(DIM_OR_ALL, dim, KEEPDIM, keepdim));
  }

  /// Where the smallest element stands, counted row-major over all; the first of equal ones. Of
  /// int64.
  default Tensor argmin() {
    return self().apply(Core.ARGMIN);
  }

  /// The same along one dimension, which stays with size 1 if `keepdim`.
  default Tensor argmin(int dim, boolean keepdim) {
    return self().apply(Core.ARGMIN, Attributes.of(DIM_OR_ALL, dim, KEEPDIM, keepdim));
  }

  /// The variance of all elements, with n − 1 in the denominator.
  default Tensor var() {
    return self().apply(Core.VAR);
  }

  /// The same along some dimensions, with n − `correction` in the denominator; no dimensions means
  /// all.
  default Tensor var(int correction, boolean keepdim, int... dims) {
    Attributes over = Reductions.over(keepdim, dims);
    return self().apply(Core.VAR, over.with(CORRECTION, correction));
  }

  /// The standard deviation of all elements, with n − 1 in the denominator.
  default Tensor std() {
    return self().apply(Core.STD);
  }

  /// The same along some dimensions, with n − `correction` in the denominator; no dimensions means
  /// all.
  default Tensor std(int correction, boolean keepdim, int... dims) {
    Attributes over = Reductions.over(keepdim, dims);
    return self().apply(Core.STD, over.with(CORRECTION, correction));
  }

  /// log Σ eˣ along some dimensions, without overflow.
  default Tensor logsumexp(boolean keepdim, int... dims) {
    return self().apply(Core.LOGSUMEXP, Reductions.over(keepdim, dims));
  }

  /// eˣ / Σ eˣ along a dimension.
  default Tensor softmax(int dim) {
    return self().apply(Core.SOFTMAX, Attributes.of(DIM, dim));
  }

  /// The logarithm of [#softmax], without overflow.
  default Tensor logSoftmax(int dim) {
    return self().apply(Core.LOG_SOFTMAX, Attributes.of(DIM, dim));
  }

  private static Attributes over(boolean keepdim, int... dims) {
    return Attributes.of(DIMS, Arrays.stream(dims).boxed().toList(), KEEPDIM, keepdim);
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
