package org.hypergrad;

import java.util.Arrays;

/// `torch.matmul` out of the products of vectors, matrices and batches (PyTorch:
/// `aten/src/ATen/native/LinearAlgebra.cpp`).
final class MatrixProduct {
  private MatrixProduct() {}

  static Tensor matmul(Tensor a, Tensor b) {
    if (a.rank() == 0 || b.rank() == 0) {
      throw new IllegalArgumentException(
          "both arguments to matmul need to be at least 1D, but they are "
              + a.rank()
              + "D and "
              + b.rank()
              + "D");
    }
    if (a.rank() == 1 && b.rank() == 1) {
      return a.dot(b);
    }
    if (a.rank() == 2 && b.rank() == 1) {
      return a.mv(b);
    }
    if (a.rank() == 1 && b.rank() == 2) {
      return a.unsqueeze(0).mm(b).squeeze(0);
    }
    if (a.rank() == 2 && b.rank() == 2) {
      return a.mm(b);
    }
    if (a.rank() >= 3 && b.rank() <= 2) {
      return folded(a, b);
    }
    return batched(a, b);
  }

  /// A batch times one matrix or vector is one large product.
  private static Tensor folded(Tensor a, Tensor b) {
    int[] sizes = a.shape().toArray();
    int k = sizes[sizes.length - 1];
    int rows = 1;
    for (int d = 0; d < sizes.length - 1; d++) {
      rows *= sizes[d];
    }
    Tensor matrix = a.reshape(rows, k);
    if (b.rank() == 1) {
      return matrix.mv(b).reshape(Arrays.copyOf(sizes, sizes.length - 1));
    }
    sizes[sizes.length - 1] = b.size(1);
    return matrix.mm(b).reshape(sizes);
  }

  private static Tensor batched(Tensor a, Tensor b) {
    Tensor left = a.rank() == 1 ? a.unsqueeze(0) : a;
    Tensor right = b.rank() == 1 ? b.unsqueeze(1) : b;
    Shape batch = Shape.broadcast(batch(left), batch(right));
    int rows = left.size(-2);
    int columns = right.size(-1);
    Tensor product = flat(left, batch).bmm(flat(right, batch));
    Tensor result = product.reshape(with(batch, rows, columns));
    result = a.rank() == 1 ? result.squeeze(-2) : result;
    return b.rank() == 1 ? result.squeeze(-1) : result;
  }

  private static Shape batch(Tensor x) {
    return Shape.of(Arrays.copyOf(x.shape().toArray(), x.rank() - 2));
  }

  private static Tensor flat(Tensor x, Shape batch) {
    return x.expand(Shape.of(with(batch, x.size(-2), x.size(-1))))
        .reshape(batch.numel(), x.size(-2), x.size(-1));
  }

  private static int[] with(Shape batch, int rows, int columns) {
    int[] sizes = Arrays.copyOf(batch.toArray(), batch.rank() + 2);
    sizes[batch.rank()] = rows;
    sizes[batch.rank() + 1] = columns;
    return sizes;
  }
}
