package org.hypergrad.tests.golden;

import static org.hypergrad.DType.FLOAT32;
import static org.hypergrad.tests.golden.Row.row;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// New tensors of one number.
final class CreationCalls {
  static final List<Row> TABLE =
      List.of(
          row("zeros", c -> Tensor.zeros(dtype(c, FLOAT32), Shape.of(c.sizes(0)))),
          row("ones", c -> Tensor.ones(dtype(c, FLOAT32), Shape.of(c.sizes(0)))),
          row("zeros_like", c -> Tensor.zeros(dtype(c, c.t(0).dtype()), c.t(0).shape())),
          row("ones_like", c -> Tensor.ones(dtype(c, c.t(0).dtype()), c.t(0).shape())),
          row(
              "full_like",
              c ->
                  Tensor.full(
                      dtype(c, c.t(0).dtype()), c.t(0).shape(), c.number(1, "fill_value", 0))));

  private CreationCalls() {}

  private static DType dtype(Call c, DType otherwise) {
    DType named = c.dtype("dtype");
    return named == null ? otherwise : named;
  }
}
