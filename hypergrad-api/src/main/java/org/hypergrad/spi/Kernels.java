package org.hypergrad.spi;

import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.Layout;

/// The loops over arrays of one element type: the seam behind which computing gets faster. Generic
/// over the array, not the element, so nothing is boxed and everything above is written once.
///
/// Providers decorate by rank: a kernel that one does not override goes to the [#next]. Every
/// operand is an array with a [Layout]; shapes are already broadcast and checked, results never
/// overlap inputs unless they are the same elements. For one provider the result is the same, bit
/// for bit, on any number of threads.
///
/// @param <A> the array: `double[]`, `float[]`, `long[]`, `int[]`, `byte[]` or `boolean[]`
public interface Kernels<A> {
  /// The kernels of this element type on the CPU: the provider of the highest rank, and behind it
  /// the others. The chain is made at the first call and stays.
  ///
  /// @throws IllegalStateException if nobody provides kernels; the message names the module to add
  @SuppressWarnings("unchecked") // KernelRegistry checks that kernels for a dtype take its array
  static <A> Kernels<A> of(DType dtype) {
    return (Kernels<A>) KernelRegistry.kernels(dtype, Device.CPU);
  }

  /// The provider that comes after this one, or null.
  Kernels<A> next();

  /// Who computes, for logs: the module or provider name.
  String provider();

  /// out = op(x), element by element; here and in [#binary], `p` and `q` are the op's parameters.
  default void unary(UnaryOp op, double p, double q, A x, Layout xl, A out, Layout ol) {
    next("unary").unary(op, p, q, x, xl, out, ol);
  }

  /// out = op(a, b), element by element.
  default void binary(
      BinaryOp op, double p, double q, A a, Layout al, A b, Layout bl, A out, Layout ol) {
    next("binary").binary(op, p, q, a, al, b, bl, out, ol);
  }

  /// out = a op b, element by element.
  default void compare(CompareOp op, A a, Layout al, A b, Layout bl, boolean[] out, Layout ol) {
    next("compare").compare(op, a, al, b, bl, out, ol);
  }

  /// out = condition ? a : b, element by element.
  default void where(
      boolean[] condition, Layout cl, A a, Layout al, A b, Layout bl, A out, Layout ol) {
    next("where").where(condition, cl, a, al, b, bl, out, ol);
  }

  /// out = x, element by element.
  default void copy(A x, Layout xl, A out, Layout ol) {
    next("copy").copy(x, xl, out, ol);
  }

  /// Reduces the dimensions of x behind the first `kept` ones. `out` is row-major over the kept
  /// dimensions, from 0.
  default void reduce(ReduceOp op, A x, Layout xl, int kept, A out) {
    next("reduce").reduce(op, x, xl, kept, out);
  }

  /// Σ (x − mean)² / divisor over the dimensions of x behind the first `kept` ones, where the mean
  /// is that of the elements of the same result. `out` is row-major over the kept dimensions, from
  /// 0.
  default void variance(A x, Layout xl, int kept, double divisor, A out) {
    next("variance").variance(x, xl, kept, divisor, out);
  }

  /// Where among the dimensions behind the first `kept` ones, counted row-major, the largest or
  /// smallest element stands: the first of equal ones, the first NaN if there is one. `out` is
  /// row-major over the kept dimensions.
  ///
  /// @param op [ReduceOp#MAX] or [ReduceOp#MIN]
  default void argReduce(ReduceOp op, A x, Layout xl, int kept, long[] out) {
    next("argReduce").argReduce(op, x, xl, kept, out);
  }

  /// out[..i..] = x[..index[..i..]..] along `dim`, for every position i of `out`; `index` has out's
  /// shape. Indices were checked.
  default void gather(A x, Layout xl, int dim, long[] index, Layout il, A out, Layout ol) {
    next("gather").gather(x, xl, dim, index, il, out, ol);
  }

  /// out[..index[..i..]..] += x[..i..] along `dim`, for every position i of x in row-major order;
  /// `index` has x's shape.
  default void scatterAdd(A x, Layout xl, int dim, long[] index, Layout il, A out, Layout ol) {
    next("scatterAdd").scatterAdd(x, xl, dim, index, il, out, ol);
  }

  /// Matrix multiplication of each of a batch: out\[i\] = a\[i\] · b\[i\], or is increased by it.
  /// All three have three dimensions: \[batch, m, k\], \[batch, k, n\], \[batch, m, n\]; any
  /// strides.
  default void gemm(A a, Layout al, A b, Layout bl, A out, Layout ol, boolean accumulate) {
    next("gemm").gemm(a, al, b, bl, out, ol, accumulate);
  }

  /// Softmax, or its logarithm, along the last dimension of x and `out`.
  default void softmax(boolean log, A x, Layout xl, A out, Layout ol) {
    next("softmax").softmax(log, x, xl, out, ol);
  }

  /// The gradient of [#softmax] with the result y: y·(g − Σ g·y), or of its logarithm: g − eʸ·Σ g.
  /// The sums are along the last dimension.
  default void softmaxBackward(boolean log, A g, Layout gl, A y, Layout yl, A out, Layout ol) {
    next("softmaxBackward").softmaxBackward(log, g, gl, y, yl, out, ol);
  }

  /// Softmax with cross-entropy in one pass over logits x \[n, classes\]: `logProbabilities` gets
  /// log-softmax(x), row-major, and `out[i]` −weight\[target\]·logProbabilities\[i, target\], or 0
  /// where the target is `ignoreIndex`.
  ///
  /// @param weight one number per class, or null for 1
  default void crossEntropy(
      A x,
      Layout xl,
      long[] target,
      Layout tl,
      A weight,
      long ignoreIndex,
      A logProbabilities,
      A out) {
    next("crossEntropy")
        .crossEntropy(x, xl, target, tl, weight, ignoreIndex, logProbabilities, out);
  }

  /// The gradient of [#crossEntropy] for the logits: `out[i, c] =
  /// g[i]·weight[target]·(e^logProbabilities[i, c] − [c = target])`, row-major, 0 in ignored rows.
  default void crossEntropyBackward(
      A g,
      Layout gl,
      A logProbabilities,
      long[] target,
      Layout tl,
      A weight,
      long ignoreIndex,
      A out) {
    next("crossEntropyBackward")
        .crossEntropyBackward(g, gl, logProbabilities, target, tl, weight, ignoreIndex, out);
  }

  /// Layer normalization: out = (x − mean)·scale·weight + bias, where mean and scale = 1/√(variance
  /// + eps) are those of the row, and are written too, one number a row. All arrays are row-major
  ///   from 0.
  ///
  /// @param weight one number per column, or null for 1
  /// @param bias one number per column, or null for 0
  default void layerNorm(
      int rows, int columns, A x, A weight, A bias, double eps, A out, A mean, A scale) {
    next("layerNorm").layerNorm(rows, columns, x, weight, bias, eps, out, mean, scale);
  }

  /// The gradients of [#layerNorm] for x and for the weight: with the normalized rows n and h =
  /// g·weight, `forX` = (h − mean(h) − n·mean(h·n))·scale and `forWeight` = Σ g·n over the rows. A
  /// result that is null is not wanted.
  default void layerNormBackward(
      int rows, int columns, A g, A x, A mean, A scale, A weight, A forX, A forWeight) {
    next("layerNormBackward")
        .layerNormBackward(rows, columns, g, x, mean, scale, weight, forX, forWeight);
  }

  /// One step of stochastic gradient descent for the parameter θ with the gradient g; b is
  /// `momentum`. Here and in [#adam] and [#rmsprop] a step changes the first `n` elements of every
  /// array but the gradient, in one pass; the order of the operations is PyTorch's.
  ///
  /// ```
  /// g ← -g                                      if maximize
  /// g ← g + weight_decay · θ
  /// b ← momentum · b + (1 - dampening) · g
  /// g ← g + momentum · b                        if nesterov, else g ← b
  /// θ ← θ - lr · g
  /// ```
  ///
  /// @param momentum null if there is none: the two lines with b are left out
  default void sgd(SgdStep step, int n, A parameter, A gradient, A momentum) {
    next("sgd").sgd(step, n, parameter, gradient, momentum);
  }

  /// One step of Adam, or of AdamW if it is decoupled, for θ with g; m is `mean`, v is `square`, w
  /// is `largest`, t is the number of the step.
  ///
  /// ```
  /// g ← -g                                      if maximize
  /// θ ← θ · (1 - lr · weight_decay)             if decoupled, else g ← g + weight_decay · θ
  /// m ← β₁ · m + (1 - β₁) · g
  /// v ← β₂ · v + (1 - β₂) · g²
  /// w ← max(w, v)                               if it is given, else w ← v
  /// θ ← θ - lr / (1 - β₁ᵗ) · m / (√w / √(1 - β₂ᵗ) + eps)
  /// ```
  ///
  /// @param largest for AMSGrad, else null
  default void adam(AdamStep step, int n, A parameter, A gradient, A mean, A square, A largest) {
    next("adam").adam(step, n, parameter, gradient, mean, square, largest);
  }

  /// One step of RMSprop for θ with g; v is `square`, a is `mean`, b is `momentum`.
  ///
  /// ```
  /// g ← -g                                      if maximize
  /// g ← g + weight_decay · θ
  /// v ← alpha · v + (1 - alpha) · g²
  /// a ← alpha · a + (1 - alpha) · g             if it is given
  /// s ← √(v - a²) + eps                         if it is given, else s ← √v + eps
  /// b ← momentum · b + g / s                    if it is given, else b ← g / s
  /// θ ← θ - lr · b
  /// ```
  ///
  /// @param mean for the centered form, else null
  /// @param momentum null if there is none
  default void rmsprop(
      RmspropStep step, int n, A parameter, A gradient, A square, A mean, A momentum) {
    next("rmsprop").rmsprop(step, n, parameter, gradient, square, mean, momentum);
  }

  private Kernels<A> next(String kernel) {
    if (next() == null) {
      throw new UnsupportedOperationException(
          "No kernel provider computes '" + kernel + "' for the element type of " + provider());
    }
    return next();
  }
}
