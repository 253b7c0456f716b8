package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.Pointwise.comparison;
import static org.hypergrad.spi.Partial.usesInputs;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.Saved;

/// Comparisons, whose results are masks without a gradient, and the choosing by masks: what is
/// chosen gets the gradient.
final class Comparisons {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          comparison("eq", "a = b", CompareOp.EQ),
          comparison("ne", "a ≠ b", CompareOp.NE),
          comparison("lt", "a < b", CompareOp.LT),
          comparison("le", "a ≤ b", CompareOp.LE),
          comparison("gt", "a > b", CompareOp.GT),
          comparison("ge", "a ≥ b", CompareOp.GE),
          Function.of(
              "where",
              "condition ? a : b",
              List.of("condition", "a", "b"),
              (in, _) -> where(in[0], in[1], in[2]),
              List.of(
                  Partial.none(),
                  usesInputs(
                      "condition ? g : 0", (g, s) -> Tensor.where(mask(s, 0), g, zero(g)), 0),
                  usesInputs(
                      "condition ? 0 : g", (g, s) -> Tensor.where(mask(s, 0), zero(g), g), 0))),
          Function.of(
              "masked_fill",
              "mask ? value : x",
              List.of("x", "mask", "value"),
              (in, _) -> maskedFill(in[0], in[1], in[2]),
              List.of(
                  usesInputs("mask ? 0 : g", (g, s) -> g.maskedFill(mask(s, 1), 0.0), 1),
                  Partial.none(),
                  usesInputs("mask ? g : 0", (g, s) -> Tensor.where(mask(s, 1), g, zero(g)), 1))));

  private Comparisons() {}

  private static Tensor mask(Saved saved, int input) {
    return saved.input(input);
  }

  private static Tensor zero(Tensor g) {
    return Tensor.scalar(g.dtype(), 0);
  }

  private static Tensor where(Tensor condition, Tensor a, Tensor b) {
    if (condition.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          "where expected condition to be a boolean tensor, but got a tensor with dtype "
              + condition.dtype()
              + ". Make one by a comparison, as condition.ne(0).");
    }
    DType dtype = TypePromotion.resultType(a, b);
    return Elements.where(condition, Elements.to(a, dtype), Elements.to(b, dtype));
  }

  private static Tensor maskedFill(Tensor x, Tensor mask, Tensor value) {
    if (value.rank() != 0) {
      throw new IllegalArgumentException(
          "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with "
              + value.rank()
              + " dimension(s). To choose between two tensors, use where.");
    }
    if (mask.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          "masked_fill only supports boolean masks, but got mask with dtype "
              + mask.dtype()
              + ". Make one by a comparison, as mask.ne(0).");
    }
    return Elements.where(mask, Elements.to(value, x.dtype()), x);
  }
}
