package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.binary;
import static org.hypergrad.tests.golden.Row.row;

import java.util.List;
import org.hypergrad.Tensor;

/// Products of matrices and vectors.
final class MatrixCalls {
  static final List<Row> TABLE =
      List.of(
          binary("matmul", Tensor::matmul),
          binary("__rmatmul__", (x, y) -> y.matmul(x)),
          binary("mm", Tensor::mm),
          binary("bmm", Tensor::bmm),
          binary("mv", Tensor::mv),
          binary("dot", Tensor::dot),
          binary("outer", (x, y) -> x.unsqueeze(1).mul(y)),
          row("linalg.vecdot", c -> c.t(0).mul(c.t(1)).sum(c.integer(2, "dim", -1))),
          row("linalg.multi_dot", c -> c.list(0).stream().reduce(Tensor::matmul).orElseThrow()),
          row("addmm", c -> weighted(c, c.t(1).mm(c.t(2)))),
          row("addmv", c -> weighted(c, c.t(1).mv(c.t(2)))),
          row("baddbmm", c -> weighted(c, c.t(1).bmm(c.t(2)))),
          row("addbmm", c -> weighted(c, c.t(1).bmm(c.t(2)).sum(0))));

  private MatrixCalls() {}

  /// beta · argument 0 + alpha · product.
  private static Tensor weighted(Call c, Tensor product) {
    return c.t(0).mul(c.number(-1, "beta", 1)).add(product, c.number(-1, "alpha", 1));
  }
}
