package org.hypergrad.ops.basic;

import static org.hypergrad.spi.Partial.usesNothing;
import static org.hypergrad.spi.StandardAttributes.DTYPE;
import static org.hypergrad.spi.StandardAttributes.VALUE;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Operation;

/// New elements from old ones, converted or replaced. A gradient is converted back by the engine, which knows the type
/// of every input.
final class Copying {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          Rows.unary("clone", "x", (x, _) -> Elements.copy(x), usesNothing("g", g -> g)),
          Rows.unary(
              "to", "x in another dtype",
              (x, at) -> Elements.to(x, at.get(DTYPE)),
              usesNothing("g", g -> g), DTYPE),
          Rows.unary(
              "fill", "value",
              (x, at) -> Tensor.full(x.dtype(), x.shape(), at.get(VALUE)),
              usesNothing("0", g -> Elements.zerosLike(g)), VALUE),
          Rows.binary(
              "copy", "b in the shape and dtype of a", (a, b, _) -> copied(a, b),
              usesNothing("0", g -> Elements.zerosLike(g)),
              usesNothing("g", g -> g)));

  private Copying() {}

  private static Tensor copied(Tensor a, Tensor b) {
    Tensor copy = Elements.uninitialized(a.dtype(), a.shape());
    Tensor expanded = Tensor.of(b.storage(), b.layout().expand(a.shape()));
    Elements.copy(expanded, copy, copy.layout());
    return copy;
  }
}
