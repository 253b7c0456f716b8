package org.hypergrad.ops.basic;

import static org.hypergrad.Tensor.where;
import static org.hypergrad.ops.basic.BinaryRow.composed;
import static org.hypergrad.ops.basic.Pointwise.fused;
import static org.hypergrad.ops.basic.Pointwise.unary;
import static org.hypergrad.ops.basic.UnaryRow.unary;
import static org.hypergrad.spi.BinaryOp.ELU_BACKWARD;
import static org.hypergrad.spi.BinaryOp.GELU_BACKWARD;
import static org.hypergrad.spi.BinaryOp.GELU_TANH_BACKWARD;
import static org.hypergrad.spi.BinaryOp.HARDSWISH_BACKWARD;
import static org.hypergrad.spi.BinaryOp.HARDTANH_BACKWARD;
import static org.hypergrad.spi.BinaryOp.LEAKY_RELU_BACKWARD;
import static org.hypergrad.spi.BinaryOp.LOG_SIGMOID_BACKWARD;
import static org.hypergrad.spi.BinaryOp.MISH_BACKWARD;
import static org.hypergrad.spi.BinaryOp.SILU_BACKWARD;
import static org.hypergrad.spi.BinaryOp.SOFTPLUS_BACKWARD;
import static org.hypergrad.spi.Partial.usesA;
import static org.hypergrad.spi.Partial.usesAB;
import static org.hypergrad.spi.Partial.usesB;
import static org.hypergrad.spi.Partial.usesX;
import static org.hypergrad.spi.Partial.usesY;
import static org.hypergrad.spi.StandardAttributes.ALPHA;
import static org.hypergrad.spi.StandardAttributes.APPROXIMATE;
import static org.hypergrad.spi.StandardAttributes.BETA;
import static org.hypergrad.spi.StandardAttributes.LAMBD;
import static org.hypergrad.spi.StandardAttributes.MAX_VAL;
import static org.hypergrad.spi.StandardAttributes.MIN_VAL;
import static org.hypergrad.spi.StandardAttributes.NEGATIVE_SLOPE;
import static org.hypergrad.spi.StandardAttributes.THRESHOLD;
import static org.hypergrad.spi.UnaryOp.CLAMP;
import static org.hypergrad.spi.UnaryOp.ELU;
import static org.hypergrad.spi.UnaryOp.GELU;
import static org.hypergrad.spi.UnaryOp.GELU_TANH;
import static org.hypergrad.spi.UnaryOp.HARDSIGMOID;
import static org.hypergrad.spi.UnaryOp.HARDSWISH;
import static org.hypergrad.spi.UnaryOp.LEAKY_RELU;
import static org.hypergrad.spi.UnaryOp.LOG_SIGMOID;
import static org.hypergrad.spi.UnaryOp.MISH;
import static org.hypergrad.spi.UnaryOp.RELU;
import static org.hypergrad.spi.UnaryOp.SILU;
import static org.hypergrad.spi.UnaryOp.SOFTPLUS;
import static org.hypergrad.spi.UnaryOp.SOFTSHRINK;

import java.util.List;
import org.hypergrad.Functional;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.Partial;

/// The activation functions of networks (PyTorch: `aten/src/ATen/native/Activation.cpp`).
///
/// At a kink the derivative is the one PyTorch takes: that of the side left of 0 for relu,
/// leaky_relu and elu, 0 for hardtanh.
final class Activations {
  /// The derivative of relu, an operation of its own because it is asked for so often.
  private static final BinaryOperation THRESHOLD_BACKWARD =
      Pointwise.binary("threshold_backward", "a where b > 0, else 0", BinaryOp.THRESHOLD_BACKWARD)
          .partialA(usesB("g where b > 0, else 0", (g, y) -> wherePositive(g, y)))
          .partialB(Partial.none());

  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          unary("relu", "max(x, 0)", RELU)
              .partial(usesY("g where y > 0, else 0", (g, y) -> wherePositive(g, y))),
          THRESHOLD_BACKWARD,
          unary("leaky_relu", "x where x > 0, else slope * x", LEAKY_RELU, NEGATIVE_SLOPE)
              .partial(
                  usesX(
                      "g where x > 0, else slope * g",
                      fused(LEAKY_RELU_BACKWARD, NEGATIVE_SLOPE, Activations::leakyReluRule))),
          unary("elu", "x where x > 0, else alpha * (eˣ - 1)", ELU, ALPHA)
              .partial(
                  usesX(
                      "g where x > 0, else g * alpha * eˣ",
                      fused(ELU_BACKWARD, ALPHA, Activations::eluRule))),
          unary("gelu", "x * Φ(x)", Activations::gelu, APPROXIMATE)
              .partial(usesX("g * (Φ(x) + x * φ(x))", Activations::geluRule)),
          unary("silu", "x * sigmoid(x)", SILU)
              .partial(
                  usesX(
                      "g * s * (1 + x * (1 - s)), s = sigmoid(x)",
                      fused(SILU_BACKWARD, Activations::siluRule))),
          unary("softplus", "log(1 + e^(beta * x)) / beta", SOFTPLUS, BETA, THRESHOLD)
              .partial(
                  usesX(
                      "g * sigmoid(beta * x)",
                      fused(SOFTPLUS_BACKWARD, BETA, THRESHOLD, Activations::softplusRule))),
          unary("log_sigmoid", "log sigmoid(x)", LOG_SIGMOID)
              .partial(
                  usesX(
                      "g * sigmoid(-x)",
                      fused(LOG_SIGMOID_BACKWARD, (g, x) -> g.mul(x.neg().sigmoid())))),
          unary("mish", "x * tanh(softplus(x))", MISH)
              .partial(
                  usesX(
                      "g * (t + x * s * (1 - t²)), s = sigmoid(x), t = tanh(softplus(x))",
                      fused(MISH_BACKWARD, Activations::mishRule))),
          unary("hardtanh", "x between min_val and max_val", CLAMP, MIN_VAL, MAX_VAL)
              .partial(
                  usesX(
                      "g where min_val < x < max_val, else 0",
                      fused(HARDTANH_BACKWARD, MIN_VAL, MAX_VAL, Activations::hardtanhRule))),
          unary("hardsigmoid", "(x + 3 between 0 and 6) / 6", HARDSIGMOID)
              .partial(usesX("g / 6 where |x| < 3, else 0", (g, x) -> hardsigmoidRule(g, x))),
          unary("hardswish", "x * (x + 3 between 0 and 6) / 6", HARDSWISH)
              .partial(
                  usesX(
                      "0 where x < -3, g where x > 3, else g * (x / 3 + 1/2)",
                      fused(HARDSWISH_BACKWARD, Activations::hardswishRule))),
          unary("softshrink", "x less sign(x) * lambd where |x| > lambd, else 0", SOFTSHRINK, LAMBD)
              .partial(
                  usesX(
                      "g where |x| > lambd, else 0",
                      (g, x, at) -> g.maskedFill(x.abs().le(at.get(LAMBD)), 0.0))),
          composed("prelu", "a where a > 0, else b * a", Activations::prelu)
              .partialA(
                  usesAB("g where a > 0, else b * g", (g, x, w) -> where(x.gt(0.0), g, g.mul(w))))
              .partialB(
                  usesA("0 where a > 0, else g * a", (g, x) -> g.mul(x).maskedFill(x.gt(0.0), 0))));

  private Activations() {}

  private static Tensor wherePositive(Tensor g, Tensor y) {
    return g.apply(THRESHOLD_BACKWARD, y);
  }

  private static Tensor leakyReluRule(Tensor g, Tensor x, Attributes settings) {
    return where(x.gt(0.0), g, g.mul(settings.get(NEGATIVE_SLOPE)));
  }

  /// eˣ is taken of negative x only: right of 0 it may overflow, and ∞ times the 0 of a second
  /// derivative is NaN.
  private static Tensor eluRule(Tensor g, Tensor x, Attributes settings) {
    Tensor left = g.mul(x.clamp(null, 0.0).exp().mul(settings.get(ALPHA)));
    return where(x.le(0.0), left, g);
  }

  private static Tensor gelu(Tensor x, Attributes settings) {
    return Pointwise.compute(tanhForm(settings) ? GELU_TANH : GELU, 0, 0, x);
  }

  private static boolean tanhForm(Attributes settings) {
    return switch (settings.get(APPROXIMATE)) {
      case "none" -> false;
      case "tanh" -> true;
      default ->
          throw new IllegalArgumentException(
              "approximate argument must be either none or tanh. It is "
                  + settings.get(APPROXIMATE));
    };
  }

  private static Tensor geluRule(Tensor g, Tensor x, Attributes settings) {
    return tanhForm(settings)
        ? fused(GELU_TANH_BACKWARD, Activations::geluTanhRule).apply(g, x)
        : fused(GELU_BACKWARD, Activations::geluErfRule).apply(g, x);
  }

  private static Tensor geluTanhRule(Tensor g, Tensor x) {
    double k = Math.sqrt(2 / Math.PI);
    double c = 0.044715;
    Tensor square = x.square();
    Tensor tanh = square.mul(x).mul(c).add(x).mul(k).tanh();
    Tensor inner = square.mul(3 * c * k).add(k);
    Tensor slope = tanh.square().rsub(1.0).mul(inner).mul(x).mul(0.5);
    return g.mul(tanh.add(1.0).mul(0.5).add(slope));
  }

  private static Tensor geluErfRule(Tensor g, Tensor x) {
    Tensor distribution = x.mul(Math.sqrt(0.5)).erf().add(1.0).mul(0.5);
    Tensor density = x.square().mul(-0.5).exp().mul(1 / Math.sqrt(2 * Math.PI));
    return g.mul(distribution.add(x.mul(density)));
  }

  private static Tensor siluRule(Tensor g, Tensor x) {
    Tensor s = x.sigmoid();
    return g.mul(s.mul(x.mul(s.rsub(1.0)).add(1.0)));
  }

  private static Tensor softplusRule(Tensor g, Tensor x, Attributes settings) {
    Tensor scaled = x.mul(settings.get(BETA));
    return where(scaled.gt(settings.get(THRESHOLD)), g, g.mul(scaled.sigmoid()));
  }

  private static Tensor mishRule(Tensor g, Tensor x) {
    Tensor t = Functional.softplus(x).tanh();
    return g.mul(t.add(x.mul(x.sigmoid()).mul(t.square().rsub(1.0))));
  }

  private static Tensor hardtanhRule(Tensor g, Tensor x, Attributes bounds) {
    Tensor above = g.maskedFill(x.le(bounds.get(MIN_VAL)), 0.0);
    return above.maskedFill(x.ge(bounds.get(MAX_VAL)), 0.0);
  }

  private static Tensor hardsigmoidRule(Tensor g, Tensor x) {
    return where(x.abs().lt(3.0), g.div(6.0), Tensor.scalar(g.dtype(), 0));
  }

  private static Tensor hardswishRule(Tensor g, Tensor x) {
    Tensor between = g.mul(x.div(3.0).add(0.5));
    return where(x.gt(3.0), g, between).maskedFill(x.lt(-3.0), 0.0);
  }

  /// The slope w is 1 number per channel, in the shape in which it broadcasts.
  private static Tensor prelu(Tensor x, Tensor w, Attributes none) {
    return where(x.gt(0.0), x, x.mul(w));
  }
}
