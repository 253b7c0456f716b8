package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.Pointwise.binary;
import static org.hypergrad.spi.BinaryOp.ADD;
import static org.hypergrad.spi.BinaryOp.DIV;
import static org.hypergrad.spi.BinaryOp.MAXIMUM;
import static org.hypergrad.spi.BinaryOp.MINIMUM;
import static org.hypergrad.spi.BinaryOp.MUL;
import static org.hypergrad.spi.BinaryOp.POW;
import static org.hypergrad.spi.BinaryOp.SUB;
import static org.hypergrad.spi.Partial.usesA;
import static org.hypergrad.spi.Partial.usesAB;
import static org.hypergrad.spi.Partial.usesAttributes;
import static org.hypergrad.spi.Partial.usesB;
import static org.hypergrad.spi.Partial.usesInputs;
import static org.hypergrad.spi.Partial.usesNothing;
import static org.hypergrad.spi.StandardAttributes.ALPHA;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.Saved;

/// Arithmetic on two tensors a and b, element by element.
///
/// A row says it all: the name, what is computed, the kernel that does it, and for each of a and b
/// the partial derivative, times the gradient `g` that arrives for the result. The word in front of
/// a rule is what it has to keep from the forward pass: `mul` keeps each factor for the gradient of
/// the other, `add` keeps nothing. Rules are themselves tensor operations, so they can be
/// differentiated again (PyTorch: `tools/autograd/derivatives.yaml`).
///
/// Where a was broadcast against b, a rule may return the gradient in the larger shape: the engine
/// sums it.
final class Arithmetic {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          binary("add", "a + alpha * b", ADD, ALPHA)
              .partialA(usesNothing("g", g -> g))
              .partialB(usesAttributes("alpha * g", (g, s) -> scaled(g, s))),
          binary("sub", "a - alpha * b", SUB, ALPHA)
              .partialA(usesNothing("g", g -> g))
              .partialB(usesAttributes("-alpha * g", (g, s) -> scaled(g, s).neg())),
          binary("mul", "a * b", MUL)
              .partialA(usesB("g * b", (g, b) -> g.mul(b)))
              .partialB(usesA("g * a", (g, a) -> g.mul(a))),
          binary("div", "a / b", DIV)
              .partialA(usesB("g / b", (g, b) -> g.div(b)))
              .partialB(usesAB("-g * a / b²", (g, a, b) -> g.neg().mul(a.div(b).div(b)))),
          binary("pow", "a ^ b", POW)
              .partialA(usesAB("g * b * a ^ (b - 1), 0 where b = 0", (g, a, b) -> powBase(g, a, b)))
              .partialB(
                  usesInputs("g * y * log(a), 0 where a = 0 ≤ b", Arithmetic::powExponent, 0, 1)
                      .andOutput()),
          binary("maximum", "max(a, b)", MAXIMUM)
              .partialA(usesAB("g where a > b, g/2 where a = b", (g, a, b) -> ifLarger(g, a, b)))
              .partialB(usesAB("g where b > a, g/2 where a = b", (g, a, b) -> ifLarger(g, b, a))),
          binary("minimum", "min(a, b)", MINIMUM)
              .partialA(usesAB("g where a < b, g/2 where a = b", (g, a, b) -> ifSmaller(g, a, b)))
              .partialB(usesAB("g where b < a, g/2 where a = b", (g, a, b) -> ifSmaller(g, b, a))));

  private Arithmetic() {}

  private static Tensor scaled(Tensor g, Attributes settings) {
    double alpha = settings.get(ALPHA);
    return alpha == 1 ? g : g.mul(alpha);
  }

  /// d/da aᵇ = b·aᵇ⁻¹. For b = 0 it is 0 even at a = 0, where the formula alone would say 0·∞.
  private static Tensor powBase(Tensor g, Tensor a, Tensor b) {
    if (b.isWrappedNumber()) {
      double n = b.item();
      Tensor power = n == 2 ? a : a.pow(n - 1);
      return n == 0 ? Elements.zerosLike(g) : g.mul(power.mul(n));
    }
    Tensor gradient = g.mul(b.mul(a.pow(b.sub(1.0))));
    return gradient.maskedFill(b.eq(0.0), 0.0);
  }

  /// d/db aᵇ = aᵇ·log a. For a = 0 the power does not change with b ≥ 0, but log 0 = −∞.
  private static Tensor powExponent(Tensor g, Saved saved) {
    Tensor a = saved.input(0);
    Tensor b = saved.input(1);
    Tensor gradient = g.mul(saved.output().mul(a.log()));
    return Tensor.where(b.ge(0.0), gradient.maskedFill(a.eq(0.0), 0.0), gradient);
  }

  /// The gradient of x where it was the larger one, half of it where both are equal.
  private static Tensor ifLarger(Tensor g, Tensor x, Tensor other) {
    return Tensor.where(x.eq(other), g.div(2.0), g).maskedFill(x.lt(other), 0.0);
  }

  /// The gradient of x where it was the smaller one, half of it where both are equal.
  private static Tensor ifSmaller(Tensor g, Tensor x, Tensor other) {
    return Tensor.where(x.eq(other), g.div(2.0), g).maskedFill(x.gt(other), 0.0);
  }
}
