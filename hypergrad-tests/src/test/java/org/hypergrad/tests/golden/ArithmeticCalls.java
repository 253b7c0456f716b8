package org.hypergrad.tests.golden;

import static org.hypergrad.DType.FLOAT64;
import static org.hypergrad.tests.golden.Row.binary;
import static org.hypergrad.tests.golden.Row.row;
import static org.hypergrad.tests.golden.Row.unary;

import java.util.List;
import org.hypergrad.Tensor;

/// Arithmetic on two operands, of which one may be a plain number, and bounds.
final class ArithmeticCalls {
  static final List<Row> TABLE =
      List.of(
          scaled(Tensor::add, binary("add", Tensor::add, Tensor::add, Tensor::add)),
          scaled(
              Tensor::sub,
              binary("sub", Tensor::sub, Tensor::sub, Tensor::sub, Tensor::rsub, Tensor::rsub)),
          scaled(
              (x, y, alpha) -> y.sub(x, alpha),
              binary("rsub", Tensor::rsub, Tensor::rsub, Tensor::rsub)),
          binary("mul", Tensor::mul, Tensor::mul, Tensor::mul, Tensor::mul, Tensor::mul),
          binary("div", Tensor::div, Tensor::div, Tensor::div, Tensor::rdiv, Tensor::rdiv),
          binary("true_divide", Tensor::div, Tensor::div, Tensor::div),
          binary("pow", Tensor::pow, Tensor::pow, Tensor::pow, Tensor::rpow, Tensor::rpow),
          binary(
              "float_power",
              (x, y) -> x.to(FLOAT64).pow(y.to(FLOAT64)),
              (x, n) -> x.to(FLOAT64).pow(n),
              (x, n) -> x.to(FLOAT64).pow(n),
              (x, n) -> x.to(FLOAT64).rpow(n),
              (x, n) -> x.to(FLOAT64).rpow(n)),
          binary("__radd__", (x, y) -> y.add(x), Tensor::add, Tensor::add),
          binary("__rsub__", (x, y) -> y.sub(x), Tensor::rsub, Tensor::rsub),
          binary("__rmul__", (x, y) -> y.mul(x), Tensor::mul, Tensor::mul),
          binary("__rdiv__", (x, y) -> y.div(x), Tensor::rdiv, Tensor::rdiv),
          binary("__rpow__", (x, y) -> y.detach().pow(x), Tensor::rpow, Tensor::rpow),
          row("addcmul", c -> c.t(0).add(c.t(1).mul(c.t(2)), c.number(3, "value", 1))),
          row("addcdiv", c -> c.t(0).add(c.t(1).div(c.t(2)), c.number(3, "value", 1))),
          binary("maximum", Tensor::maximum),
          binary("minimum", Tensor::minimum),
          row("clamp", c -> clamp(c.t(0), c.operand(1, "min"), c.operand(2, "max"))),
          row("clamp_min", c -> clamp(c.t(0), c.operand(1, "min"), null)),
          row("clamp_max", c -> clamp(c.t(0), null, c.operand(1, "max"))),
          unary("positive", x -> x));

  @FunctionalInterface
  private interface Scaled {
    Tensor apply(Tensor x, Tensor y, double alpha);
  }

  private ArithmeticCalls() {}

  /// Bounds are two tensors or two numbers; either may be null.
  private static Tensor clamp(Tensor x, Object min, Object max) {
    return min instanceof Tensor || max instanceof Tensor
        ? x.clamp((Tensor) min, (Tensor) max)
        : x.clamp((Double) min, (Double) max);
  }

  /// A row whose second operand may come with a factor, the keyword `alpha`.
  private static Row scaled(Scaled scaled, Row plain) {
    return row(
        plain.name(),
        c ->
            c.given("alpha")
                ? scaled.apply(c.t(0), c.t(1), c.number(-1, "alpha", 1))
                : plain.call().apply(c));
  }
}
