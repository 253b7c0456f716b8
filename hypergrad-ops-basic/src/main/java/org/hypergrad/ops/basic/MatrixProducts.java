package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.BinaryRow.binary;
import static org.hypergrad.spi.Partial.usesA;
import static org.hypergrad.spi.Partial.usesB;
import static org.hypergrad.spi.Partial.usesInputs;
import static org.hypergrad.spi.Partial.usesNothing;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.Operation;

/// Products of matrices and vectors (PyTorch: `aten/src/ATen/native/LinearAlgebra.cpp`).
///
/// All are one kernel, the product of two batches of matrices, told by layouts how the elements
/// lie: a vector is a matrix of one row or one column, a transposed matrix is not copied.
final class MatrixProducts {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          binary("mm", "a @ b", (a, b, _) -> mm(a, b))
              .partialA(usesB("g @ bᵀ", (g, b) -> g.mm(b.t())))
              .partialB(usesA("aᵀ @ g", (g, a) -> a.t().mm(g))),
          binary("bmm", "aᵢ @ bᵢ", (a, b, _) -> bmm(a, b))
              .partialA(usesB("gᵢ @ bᵢᵀ", (g, b) -> g.bmm(b.transpose(1, 2))))
              .partialB(usesA("aᵢᵀ @ gᵢ", (g, a) -> a.transpose(1, 2).bmm(g))),
          binary("mv", "a @ b", (a, b, _) -> mv(a, b))
              .partialA(usesB("g bᵀ", (g, b) -> g.unsqueeze(1).mul(b)))
              .partialB(usesA("aᵀ @ g", (g, a) -> a.t().mv(g))),
          binary("dot", "Σ a * b", (a, b, _) -> dot(a, b))
              .partialA(usesB("g * b", (g, b) -> g.mul(b)))
              .partialB(usesA("g * a", (g, a) -> g.mul(a))),
          Function.of(
              "addmm",
              "x + a @ b",
              List.of("x", "a", "b"),
              (in, _) -> addmm(in[0], in[1], in[2]),
              List.of(
                  usesNothing("g", g -> g),
                  usesInputs("g @ bᵀ", (g, s) -> g.mm(s.input(2).t()), 2),
                  usesInputs("aᵀ @ g", (g, s) -> transposedProduct(s.input(1), g), 1))));

  private MatrixProducts() {}

  /// aᵀ @ g as the transpose of gᵀ @ a. In a linear layer the second factor is a weight, transposed
  /// (PyTorch: `mm_mat2_backward`, `torch/csrc/autograd/FunctionsManual.cpp`); so its gradient
  /// comes out in the order in which the weight lies, and is not copied once more.
  private static Tensor transposedProduct(Tensor a, Tensor g) {
    return g.t().mm(a).t();
  }

  private static Tensor mm(Tensor a, Tensor b) {
    checkRank(a, 2, "self must be a matrix");
    checkRank(b, 2, "mat2 must be a matrix");
    checkInner(a, b);
    checkTypes("expected m1 and m2 to have the same dtype, but got: %s != %s", a, b);
    return product(a, a.layout(), b, b.layout(), Shape.of(a.size(0), b.size(1)));
  }

  private static Tensor bmm(Tensor a, Tensor b) {
    checkRank(a, 3, "batch1 must be a 3D tensor");
    checkRank(b, 3, "batch2 must be a 3D tensor");
    if (a.size(0) != b.size(0) || a.size(2) != b.size(1)) {
      throw new IllegalArgumentException(
          ("Expected size for first two dimensions of batch2 tensor to be: [%d, "
                  + "%d] but got: [%d, %d].")
              .formatted(a.size(0), a.size(2), b.size(0), b.size(1)));
    }
    checkTypes("expected batch1 and batch2 to have the same dtype, but got: %s != %s", a, b);
    return product(a, a.layout(), b, b.layout(), Shape.of(a.size(0), a.size(1), b.size(2)));
  }

  private static Tensor mv(Tensor a, Tensor b) {
    if (a.rank() != 2 || b.rank() != 1) {
      throw new IllegalArgumentException(
          "vector + matrix @ vector expected, got 1, " + a.rank() + ", " + b.rank());
    }
    if (a.size(1) != b.size(0)) {
      throw new IllegalArgumentException(
          "size mismatch, got %d, %dx%d,%d".formatted(a.size(0), a.size(0), a.size(1), b.size(0)));
    }
    checkTypes(
        "expected the matrix and the vector to have the same dtype, but got: %s != %s", a, b);
    Layout column = b.layout().expand(Shape.of(1, b.size(0))).transpose(0, 1);
    return product(a, a.layout(), b, column, Shape.of(a.size(0)));
  }

  private static Tensor dot(Tensor a, Tensor b) {
    if (a.rank() != 1 || b.rank() != 1) {
      throw new IllegalArgumentException(
          "1D tensors expected, but got %dD and %dD tensors".formatted(a.rank(), b.rank()));
    }
    int n = a.size(0);
    if (n != b.size(0)) {
      throw new IllegalArgumentException(
          ("inconsistent tensor size, expected tensor [%d] and src [%d] to have "
                  + "the same number of elements, but got %d and %d elements respectively")
              .formatted(n, b.size(0), n, b.size(0)));
    }
    checkTypes("dot : expected both vectors to have same dtype, but found %s and %s", a, b);
    Layout row = a.layout().expand(Shape.of(1, n));
    Layout column = b.layout().expand(Shape.of(1, n)).transpose(0, 1);
    return product(a, row, b, column, Shape.SCALAR);
  }

  private static Tensor addmm(Tensor x, Tensor a, Tensor b) {
    checkRank(a, 2, "mat1 must be a matrix");
    checkRank(b, 2, "mat2 must be a matrix");
    checkTypes("mat1 and mat2 must have the same dtype, but got %s and %s", a, b);
    checkTypes("self and mat2 must have the same dtype, but got %s and %s", x, b);
    checkInner(a, b);
    Shape shape = Shape.of(a.size(0), b.size(1));
    DType computing = Elements.computing(x.dtype());
    Tensor sum = Elements.uninitialized(computing, shape);
    Elements.copy(Tensor.of(x.storage(), x.layout().expand(shape)), sum, sum.layout());
    multiply(a, a.layout(), b, b.layout(), sum, true);
    return Elements.to(sum, x.dtype());
  }

  private static void checkRank(Tensor x, int rank, String expected) {
    if (x.rank() != rank) {
      throw new IllegalArgumentException(expected + ", but its shape is " + x.shape());
    }
  }

  private static void checkInner(Tensor a, Tensor b) {
    if (a.size(1) != b.size(0)) {
      throw new IllegalArgumentException(
          "mat1 and mat2 shapes cannot be multiplied (%dx%d and %dx%d)"
              .formatted(a.size(0), a.size(1), b.size(0), b.size(1)));
    }
  }

  private static void checkTypes(String message, Tensor a, Tensor b) {
    if (a.dtype() != b.dtype()) {
      throw new IllegalArgumentException(
          message.formatted(a.dtype(), b.dtype()) + ". Convert one of them with to(...).");
    }
  }

  /// The product of a and b, whose elements lie as the matrices or batches of matrices that the
  /// layouts say.
  private static Tensor product(Tensor a, Layout al, Tensor b, Layout bl, Shape shape) {
    Tensor result = Elements.uninitialized(Elements.computing(a.dtype()), shape);
    multiply(a, al, b, bl, result, false);
    return Elements.to(result, a.dtype());
  }

  private static void multiply(
      Tensor a, Layout al, Tensor b, Layout bl, Tensor result, boolean accumulate) {
    DType computing = result.dtype();
    Layout left = batch(al);
    Layout right = batch(bl);
    Layout out = Layout.contiguous(Shape.of(left.size(0), left.size(1), right.size(2)));
    if (a.dtype() != computing) {
      Tensor wholeA = Elements.to(Tensor.of(a.storage(), left), computing);
      Tensor wholeB = Elements.to(Tensor.of(b.storage(), right), computing);
      multiply(wholeA, wholeA.layout(), wholeB, wholeB.layout(), result, accumulate);
      return;
    }
    Elements.kernels(computing)
        .gemm(
            Elements.array(a),
            left,
            Elements.array(b),
            right,
            Elements.array(result),
            out,
            accumulate);
  }

  /// A matrix as a batch of one.
  private static Layout batch(Layout matrix) {
    if (matrix.rank() == 3) {
      return matrix;
    }
    int[] sizes = matrix.shape().toArray();
    return matrix.expand(Shape.of(1, sizes[0], sizes[1]));
  }
}
