package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hypergrad.Autograd;
import org.hypergrad.Functional;
import org.hypergrad.GradOptions;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients that are one pass of a kernel are those of the function, and those of a pass that is
/// recorded, which is composed of tensor operations; for few numbers and for many, which are
/// computed by other kernels.
class FusedGradientsTest {
  private static final double STEP = 1e-5;

  static Stream<Arguments> functions() {
    return Stream.of(
            function("tanh", Tensor::tanh),
            function("sigmoid", Tensor::sigmoid),
            function("silu", Functional::silu),
            function("gelu", Functional::gelu),
            function("gelu, tanh", x -> Functional.gelu(x, "tanh")),
            function("x times leaky_relu", x -> x.mul(Functional.leakyRelu(x, 0.1))),
            function("elu", x -> Functional.elu(x, 1.3)),
            function("softplus", x -> Functional.softplus(x, 1.5, 2)),
            function("log_sigmoid", Functional::logSigmoid),
            function("mish", Functional::mish),
            function("x times hardtanh", x -> x.mul(Functional.hardtanh(x, -0.5, 1))),
            function("hardswish", Functional::hardswish),
            function("softmax of columns", x -> x.softmax(0)),
            function("softmax of rows", x -> x.softmax(1)),
            function("log_softmax of columns", x -> x.logSoftmax(0)),
            function("log_softmax of rows", x -> x.logSoftmax(1)),
            function("softmax of a transposed", x -> x.t().softmax(0)),
            function(
                "layer_norm", x -> Functional.layerNorm(x, Shape.of(x.size(1)), null, null, 1e-5)),
            function("var of columns", x -> x.var(1, false, 0)),
            function("std of rows", x -> x.std(1, true, 1)))
        .flatMap(
            row -> Stream.of(Arguments.of(row[0], row[1], 3), Arguments.of(row[0], row[1], 90)));
  }

  private static Object[] function(String name, UnaryOperator<Tensor> function) {
    return new Object[] {name, function};
  }

  /// A weighted sum of a function's results.
  private record Weighted(UnaryOperator<Tensor> function, long seed) {
    Tensor at(Tensor x) {
      Tensor y = function.apply(x);
      return y.mul(random(seed, y.shape())).sum();
    }

    Tensor gradientAt(Tensor x, GradOptions options) {
      Tensor leaf = options.equals(GradOptions.DEFAULT) ? x.detach().requiresGrad(true) : x;
      return Autograd.grad(at(leaf), leaf, options);
    }
  }

  private static Tensor random(long seed, Shape shape) {
    Random random = new Random(seed);
    double[] values = random.doubles(shape.numel(), -2, 2).toArray();
    return Tensor.of(values).reshape(shape);
  }

  private static double dot(Tensor a, Tensor b) {
    return a.mul(b).sum().item();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void are_the_slopes_of_the_function(String name, UnaryOperator<Tensor> function, int rows) {
    Shape shape = Shape.of(rows, 70);
    Weighted weighted = new Weighted(function, 1);
    Tensor x = random(2, shape);
    Tensor direction = random(3, shape);
    double above = weighted.at(x.add(direction.mul(STEP))).item();
    double below = weighted.at(x.sub(direction.mul(STEP))).item();
    double slope = (above - below) / (2 * STEP);
    assertThat(dot(weighted.gradientAt(x, GradOptions.DEFAULT), direction))
        .isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void are_those_of_a_recorded_pass_which_has_gradients_too(
      String name, UnaryOperator<Tensor> function, int rows) {
    Shape shape = Shape.of(rows, 70);
    Weighted weighted = new Weighted(function, 1);
    Tensor x = random(2, shape).requiresGrad(true);
    Tensor recorded = weighted.gradientAt(x, GradOptions.DEFAULT.createGraph());
    Tensor fused = weighted.gradientAt(x, GradOptions.DEFAULT);
    assertThat(recorded.toDoubles()).containsExactly(fused.toDoubles(), within(1e-10));

    Tensor other = random(4, shape);
    Tensor direction = random(3, shape);
    Tensor plain = x.detach();
    GradOptions once = GradOptions.DEFAULT;
    double above = dot(weighted.gradientAt(plain.add(direction.mul(STEP)), once), other);
    double below = dot(weighted.gradientAt(plain.sub(direction.mul(STEP)), once), other);
    double slope = (above - below) / (2 * STEP);
    Tensor second = Autograd.grad(List.of(recorded), List.of(x), List.of(other), once).getFirst();
    assertThat(dot(second, direction))
        .isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
  }
}
