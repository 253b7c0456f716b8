package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.UnaryRow.composed;
import static org.hypergrad.ops.basic.UnaryRow.unary;
import static org.hypergrad.spi.Partial.usesXY;
import static org.hypergrad.spi.Partial.usesY;
import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.DIMS;
import static org.hypergrad.spi.StandardAttributes.KEEPDIM;

import java.util.List;
import org.hypergrad.GradMode;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;

/// Exponentials that are summed without overflow: the largest argument is taken off first, which
/// changes nothing but keeps every eˣ at most 1 (PyTorch: `aten/src/ATen/native/SoftMax.cpp`).
final class Softmaxes {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          unary("softmax", "eˣ / Σ eˣ", (x, at) -> softmax(false, x, at), DIM)
              .partial(usesY("y * (g - Σ g * y)", Softmaxes::softmaxRule)),
          unary("log_softmax", "x - log Σ eˣ", (x, at) -> softmax(true, x, at), DIM)
              .partial(usesY("g - eʸ * Σ g", Softmaxes::logSoftmaxRule)),
          composed("logsumexp", "log Σ eˣ", Softmaxes::logSumExp, DIMS, KEEPDIM)
              .partial(usesXY("g * e^(x - y)", Softmaxes::logSumExpRule)));

  private Softmaxes() {}

  private static Tensor softmax(boolean log, Tensor x, Attributes at) {
    if (!x.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "softmax is not implemented for "
              + x.dtype()
              + ". Convert the input to a floating type first: x.to(DType.FLOAT32).");
    }
    Tensor out = Elements.uninitialized(x.dtype(), x.shape());
    Elements.kernels(x.dtype())
        .softmax(log, Elements.array(x), dimLast(x, at), Elements.array(out), dimLast(out, at));
    return out;
  }

  /// The layout with the dimension of softmax behind the others; a number is a row of one.
  private static Layout dimLast(Tensor x, Attributes at) {
    int dim = x.shape().normalize(at.get(DIM));
    return x.rank() == 0
        ? x.layout().reshape(Shape.of(1))
        : x.layout().transpose(dim, x.rank() - 1);
  }

  private static Tensor softmaxRule(Tensor g, Tensor y, Attributes at) {
    return GradMode.enabled()
        ? y.mul(g.sub(g.mul(y).sum(true, at.get(DIM))))
        : backward(false, g, y, at);
  }

  private static Tensor logSoftmaxRule(Tensor g, Tensor y, Attributes at) {
    return GradMode.enabled()
        ? g.sub(y.exp().mul(g.sum(true, at.get(DIM))))
        : backward(true, g, y, at);
  }

  /// The rule as one pass of a kernel, for a backward pass that is not itself recorded.
  private static Tensor backward(boolean log, Tensor g, Tensor y, Attributes at) {
    Tensor out = Elements.uninitialized(y.dtype(), y.shape());
    Elements.kernels(y.dtype())
        .softmaxBackward(
            log,
            Elements.array(g),
            dimLast(g, at),
            Elements.array(y),
            dimLast(y, at),
            Elements.array(out),
            dimLast(out, at));
    return out;
  }

  private static Tensor logSumExp(Tensor argument, Attributes at) {
    Tensor x =
        argument.dtype().isFloating() ? argument : argument.to(TypePromotion.DEFAULT_FLOATING);
    ReducedDimensions over = ReducedDimensions.of(x.shape(), at);
    int[] dims = over.dims();
    if (x.numel() == 0) {
      return x.exp().sum(over.keepdim(), dims).log();
    }
    Tensor largest = x.amax(true, dims);
    Tensor shift = largest.maskedFill(largest.abs().eq(Double.POSITIVE_INFINITY), 0.0);
    Tensor sum = x.sub(shift).exp().sum(true, dims);
    return sum.log().add(shift).reshape(over.result());
  }

  private static Tensor logSumExpRule(Tensor g, Tensor x, Tensor y, Attributes at) {
    ReducedDimensions over = ReducedDimensions.of(x.shape(), at);
    return over.restored(g).mul(x.sub(over.restored(y)).exp());
  }
}
