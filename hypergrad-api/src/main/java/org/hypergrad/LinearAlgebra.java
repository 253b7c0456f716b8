package org.hypergrad;

import org.hypergrad.spi.Attributes;

/// Products of matrices and vectors.
public sealed interface LinearAlgebra permits Tensor {
  /// The matrix product; vectors and batches as `torch.matmul` has them.
  default Tensor matmul(Tensor other) {
    return MatrixProduct.matmul(self(), other);
  }

  /// The product of two matrices, \[n, m\] · \[m, p\].
  default Tensor mm(Tensor other) {
    return self().apply(Core.MM, other);
  }

  /// The products of two batches of matrices, \[b, n, m\] · \[b, m, p\].
  default Tensor bmm(Tensor other) {
    return self().apply(Core.BMM, other);
  }

  /// The product of a matrix and a vector, \[n, m\] · \[m\].
  default Tensor mv(Tensor vector) {
    return self().apply(Core.MV, vector);
  }

  /// The sum of the products of two vectors of one length.
  default Tensor dot(Tensor other) {
    return self().apply(Core.DOT, other);
  }

  /// this + a · b, for matrices a and b; this is broadcast.
  default Tensor addmm(Tensor a, Tensor b) {
    return Tensor.apply(Core.ADDMM, Attributes.NONE, self(), a, b).getFirst();
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
