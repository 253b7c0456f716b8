package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.binary;
import static org.hypergrad.tests.golden.Row.row;
import static org.hypergrad.tests.golden.Row.unary;

import java.util.List;
import org.hypergrad.Tensor;

/// Comparisons, and what is chosen by them.
final class ComparisonCalls {
  static final List<Row> TABLE =
      List.of(
          binary("eq", Tensor::eq, Tensor::eq, Tensor::eq),
          binary("ne", Tensor::ne, Tensor::ne, Tensor::ne),
          binary("lt", Tensor::lt, Tensor::lt, Tensor::lt),
          binary("le", Tensor::le, Tensor::le, Tensor::le),
          binary("gt", Tensor::gt, Tensor::gt, Tensor::gt),
          binary("ge", Tensor::ge, Tensor::ge, Tensor::ge),
          unary("isnan", x -> x.ne(x)),
          unary("isinf", x -> x.abs().eq(Double.POSITIVE_INFINITY)),
          unary("isfinite", x -> x.abs().lt(Double.POSITIVE_INFINITY)),
          unary("logical_not", x -> x.eq(0)),
          binary("logical_and", (x, y) -> x.ne(0).mul(y.ne(0))),
          binary("logical_or", (x, y) -> x.ne(0).maximum(y.ne(0))),
          binary("logical_xor", (x, y) -> x.ne(0).ne(y.ne(0))),
          row("where", c -> Tensor.where(c.t(0), c.t(1), c.t(2))),
          row(
              "masked_fill",
              c ->
                  c.isTensor(2)
                      ? c.t(0).maskedFill(c.t(1), c.t(2))
                      : c.t(0).maskedFill(c.t(1), c.number(2, "value", 0))));

  private ComparisonCalls() {}
}
