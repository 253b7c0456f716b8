package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.Pointwise.fused;
import static org.hypergrad.ops.basic.Pointwise.unary;
import static org.hypergrad.ops.basic.UnaryRow.unary;
import static org.hypergrad.spi.BinaryOp.MAXIMUM;
import static org.hypergrad.spi.BinaryOp.MINIMUM;
import static org.hypergrad.spi.BinaryOp.SIGMOID_BACKWARD;
import static org.hypergrad.spi.BinaryOp.TANH_BACKWARD;
import static org.hypergrad.spi.Partial.usesNothing;
import static org.hypergrad.spi.Partial.usesX;
import static org.hypergrad.spi.Partial.usesY;
import static org.hypergrad.spi.StandardAttributes.MAX;
import static org.hypergrad.spi.StandardAttributes.MIN;
import static org.hypergrad.spi.UnaryOp.ABS;
import static org.hypergrad.spi.UnaryOp.CLAMP;
import static org.hypergrad.spi.UnaryOp.COS;
import static org.hypergrad.spi.UnaryOp.ERF;
import static org.hypergrad.spi.UnaryOp.EXP;
import static org.hypergrad.spi.UnaryOp.EXPM1;
import static org.hypergrad.spi.UnaryOp.LOG;
import static org.hypergrad.spi.UnaryOp.LOG1P;
import static org.hypergrad.spi.UnaryOp.NEG;
import static org.hypergrad.spi.UnaryOp.RECIPROCAL;
import static org.hypergrad.spi.UnaryOp.RSQRT;
import static org.hypergrad.spi.UnaryOp.SIGMOID;
import static org.hypergrad.spi.UnaryOp.SIGN;
import static org.hypergrad.spi.UnaryOp.SIN;
import static org.hypergrad.spi.UnaryOp.SQRT;
import static org.hypergrad.spi.UnaryOp.SQUARE;
import static org.hypergrad.spi.UnaryOp.TANH;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;

/// The elementary functions of one tensor x with result y, element by element.
///
/// `usesX` keeps the argument for the derivative, `usesY` the result: where the derivative can be
/// said by either, the cheaper is taken, as with eˣ, which is its own derivative.
final class Elementary {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          unary("neg", "-x", NEG).partial(usesNothing("-g", g -> g.neg())),
          unary("abs", "|x|", ABS).partial(usesX("g * sign(x)", (g, x) -> g.mul(x.sign()))),
          unary("sign", "sign(x)", SIGN).partial(usesNothing("0", g -> Elements.zerosLike(g))),
          unary("square", "x²", SQUARE).partial(usesX("g * 2x", (g, x) -> g.mul(x.mul(2.0)))),
          unary("sqrt", "√x", SQRT).partial(usesY("g / 2y", (g, y) -> g.div(y.mul(2.0)))),
          unary("rsqrt", "1 / √x", RSQRT)
              .partial(usesY("-g * y³ / 2", (g, y) -> g.mul(y.square().mul(y).mul(-0.5)))),
          unary("reciprocal", "1 / x", RECIPROCAL)
              .partial(usesY("-g * y²", (g, y) -> g.neg().mul(y.square()))),
          unary("exp", "eˣ", EXP).partial(usesY("g * y", (g, y) -> g.mul(y))),
          unary("log", "log(x)", LOG).partial(usesX("g / x", (g, x) -> g.div(x))),
          unary("log1p", "log(1 + x)", LOG1P)
              .partial(usesX("g / (1 + x)", (g, x) -> g.div(x.add(1.0)))),
          unary("expm1", "eˣ - 1", EXPM1)
              .partial(usesY("g * (y + 1)", (g, y) -> g.mul(y.add(1.0)))),
          unary("sin", "sin(x)", SIN).partial(usesX("g * cos(x)", (g, x) -> g.mul(x.cos()))),
          unary("cos", "cos(x)", COS).partial(usesX("-g * sin(x)", (g, x) -> g.neg().mul(x.sin()))),
          unary("tanh", "tanh(x)", TANH)
              .partial(
                  usesY(
                      "g * (1 - y²)", fused(TANH_BACKWARD, (g, y) -> g.mul(y.square().rsub(1.0))))),
          unary("sigmoid", "1 / (1 + e⁻ˣ)", SIGMOID)
              .partial(
                  usesY(
                      "g * y * (1 - y)",
                      fused(SIGMOID_BACKWARD, (g, y) -> g.mul(y.mul(y.rsub(1.0)))))),
          unary("erf", "2/√π * ∫₀ˣ e^(-t²) dt", ERF)
              .partial(usesX("g * 2/√π * e^(-x²)", (g, x) -> g.mul(bell(x)))),
          unary("clamp", "x between min and max", Elementary::clamp, MIN, MAX)
              .partial(usesX("g where min ≤ x ≤ max, else 0", Elementary::clampRule)));

  private Elementary() {}

  /// 2/√π·e^(−x²)
  private static Tensor bell(Tensor x) {
    return x.square().neg().exp().mul(2 / Math.sqrt(Math.PI));
  }

  private static Tensor clamp(Tensor x, Attributes bounds) {
    double min = bounds.get(MIN) == null ? Double.NEGATIVE_INFINITY : bounds.get(MIN);
    double max = bounds.get(MAX) == null ? Double.POSITIVE_INFINITY : bounds.get(MAX);
    DType dtype = x.dtype();
    boolean whole = min == Math.rint(min) && max == Math.rint(max);
    if (dtype.isFloating() || !whole) {
      return Pointwise.compute(CLAMP, min, max, x);
    }
    Tensor raised = Pointwise.compute(MAXIMUM, x, Tensor.scalar((long) min));
    Tensor clamped = Pointwise.compute(MINIMUM, raised, Tensor.scalar((long) max));
    return Elements.to(clamped, dtype);
  }

  private static Tensor clampRule(Tensor g, Tensor x, Attributes bounds) {
    Tensor zero = Tensor.scalar(g.dtype(), 0);
    Double min = bounds.get(MIN);
    Double max = bounds.get(MAX);
    Tensor above = min == null ? g : Tensor.where(x.ge(min), g, zero);
    return max == null ? above : Tensor.where(x.le(max), above, zero);
  }
}
