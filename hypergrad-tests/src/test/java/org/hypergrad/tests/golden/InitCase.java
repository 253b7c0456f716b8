package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Fan;
import org.hypergrad.nn.Init;

/// One call of a function of `torch.nn.init`.
final class InitCase {
  private static final long SEED = 1;

  private InitCase() {}

  static void eye(JsonNode fields) {
    compare(fields, Init::eye_);
  }

  static void dirac(JsonNode fields) {
    compare(fields, Init::dirac_);
  }

  /// What was in the tensor before is to be gone.
  private static void compare(JsonNode fields, UnaryOperator<Tensor> init) {
    JsonNode expected = fields.get("result");
    Tensor result = init.apply(Tensor.full(DType.FLOAT64, Tensors.shape(expected), 7));
    Comparison.assertAgrees("result", result, expected, Tolerance.of(DType.FLOAT64));
  }

  static void gain(JsonNode fields) {
    String nonlinearity = fields.get("nonlinearity").textValue();
    JsonNode slope = fields.get("param");
    double gain =
        slope.isNull() ? Init.gain(nonlinearity) : Init.gain(nonlinearity, Tensors.real(slope));
    assertNear("gain", gain, fields.get("gain"));
  }

  /// The scales are found by what was drawn: one seed gives the same numbers to us and to the
  /// function.
  static void scale(JsonNode fields) {
    Shape shape = Shape.of(Tensors.ints(fields.get("shape")));
    Fan fan = Fan.valueOf(fields.get("mode").textValue().substring(4).toUpperCase(Locale.ROOT));
    double gain = Init.gain(fields.get("nonlinearity").textValue());
    assertNear("fan_in", Fan.IN.of(shape), fields.get("fan_in"));
    assertNear("fan_out", Fan.OUT.of(shape), fields.get("fan_out"));
    Tensor normal = Tensor.randn(new Generator(SEED), DType.FLOAT64, shape);
    Tensor uniform = Tensor.rand(new Generator(SEED), DType.FLOAT64, shape).mul(2.0).sub(1.0);
    assertNear(
        "kaiming_normal_std",
        factor(normal, (x, generator) -> Init.kaimingNormal_(x, fan, gain, generator)),
        fields.get("kaiming_normal_std"));
    assertNear(
        "kaiming_uniform_bound",
        factor(uniform, (x, generator) -> Init.kaimingUniform_(x, fan, gain, generator)),
        fields.get("kaiming_uniform_bound"));
    assertNear(
        "xavier_uniform_bound",
        factor(uniform, (x, generator) -> Init.xavierUniform_(x, 1, generator)),
        fields.get("xavier_uniform_bound"));
    assertNear(
        "xavier_normal_std",
        factor(normal, (x, generator) -> Init.xavierNormal_(x, 1, generator)),
        fields.get("xavier_normal_std"));
  }

  /// By what `init` multiplies what is drawn.
  private static double factor(Tensor drawn, BiFunction<Tensor, Generator, Tensor> init) {
    Tensor x = Tensor.zeros(drawn.dtype(), drawn.shape());
    Tensor factors = init.apply(x, new Generator(SEED)).div(drawn);
    if (factors.max().item() - factors.min().item() > 1e-9) {
      throw new AssertionError("what was drawn is not multiplied by one factor: " + factors);
    }
    return factors.mean().item();
  }

  private static void assertNear(String what, double actual, JsonNode expected) {
    if (!new Tolerance(1e-10, 0).accepts(actual, Tensors.real(expected))) {
      throw new AssertionError("%s: expected %s, got %s".formatted(what, expected, actual));
    }
  }
}
