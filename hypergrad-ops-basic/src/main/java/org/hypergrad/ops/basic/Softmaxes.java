package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.UnaryRow.composed;
import static org.hypergrad.ops.basic.UnaryRow.unary;
import static org.hypergrad.spi.Partial.usesXY;
import static org.hypergrad.spi.Partial.usesY;
import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.DIMS;
import static org.hypergrad.spi.StandardAttributes.KEEPDIM;

import java.util.List;
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
    int dim = x.shape().normalize(at.get(DIM));
    int last = Math.max(0, x.rank() - 1);
    Layout in = x.rank() == 0 ? x.layout().reshape(Shape.of(1)) : x.layout().transpose(dim, last);
    Tensor out = Elements.uninitialized(x.dtype(), in.shape());
    Elements.kernels(x.dtype()).softmax(log, Elements.array(x), in, Elements.array(out));
    if (x.rank() == 0) {
      return Tensor.of(out.storage(), Layout.SCALAR);
    }
    return dim == last
        ? out
        : Elements.copy(Tensor.of(out.storage(), out.layout().transpose(dim, last)));
  }

  private static Tensor softmaxRule(Tensor g, Tensor y, Attributes at) {
    return y.mul(g.sub(g.mul(y).sum(true, at.get(DIM))));
  }

  private static Tensor logSoftmaxRule(Tensor g, Tensor y, Attributes at) {
    return g.sub(y.exp().mul(g.sum(true, at.get(DIM))));
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
