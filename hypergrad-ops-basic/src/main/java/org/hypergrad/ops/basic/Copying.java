package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.BinaryRow.binary;
import static org.hypergrad.ops.basic.UnaryRow.unary;
import static org.hypergrad.spi.Partial.usesNothing;
import static org.hypergrad.spi.StandardAttributes.DTYPE;
import static org.hypergrad.spi.StandardAttributes.VALUE;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;

/// New elements from old ones, converted or replaced. A gradient is converted back by the engine,
/// which knows the type of every input.
final class Copying {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          unary("clone", "x", (x, _) -> Elements.copy(x)).partial(usesNothing("g", g -> g)),
          unary("to", "x in another dtype", (x, at) -> Elements.to(x, at.get(DTYPE)), DTYPE)
              .partial(usesNothing("g", g -> g)),
          unary("fill", "value", Copying::filled, VALUE)
              .partial(usesNothing("0", g -> Elements.zerosLike(g))),
          binary("copy", "b in the shape and dtype of a", (a, b, _) -> copied(a, b))
              .partialA(usesNothing("0", g -> Elements.zerosLike(g)))
              .partialB(usesNothing("g", g -> g)));

  private Copying() {}

  private static Tensor filled(Tensor x, Attributes settings) {
    return Tensor.full(x.dtype(), x.shape(), settings.get(VALUE));
  }

  private static Tensor copied(Tensor a, Tensor b) {
    Tensor copy = Elements.uninitialized(a.dtype(), a.shape());
    Tensor expanded = Tensor.of(b.storage(), b.layout().expand(a.shape()));
    Elements.copy(expanded, copy, copy.layout());
    return copy;
  }
}
