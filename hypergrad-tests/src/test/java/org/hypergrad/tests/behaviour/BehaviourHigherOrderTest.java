package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.hypergrad.Autograd;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;
import org.junit.jupiter.api.Test;

/// Gradients of gradients.
class BehaviourHigherOrderTest {
  private static final GradOptions CREATE = GradOptions.DEFAULT.createGraph();

  @Test
  void behaviour_30_the_gradients_of_a_pass_with_create_graph_can_be_differentiated() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}}).requiresGrad(true);
    Tensor y = Tensor.of(new double[][] {{-1, 0.5}, {2, 7}}).requiresGrad(true);
    Tensor ones = Tensor.of(new double[][] {{1, 1}, {1, 1}});
    Tensor z = x.square().add(x.mul(y)).add(y.square());
    z.backward(ones, CREATE);
    assertThatTensor(x.grad()).hasValues(2 - 1, 4 + 0.5, 6 + 2, 8 + 7);
    assertThatTensor(y.grad()).hasValues(1 - 2, 2 + 1, 3 + 4, 4 + 14);

    Tensor gradSum = x.grad().mul(2.0).add(y.grad());
    gradSum.backward(ones);
    assertThatTensor(x.grad()).hasValues(1 + 5, 4.5 + 5, 8 + 5, 15 + 5);
    assertThatTensor(y.grad()).hasValues(-1 + 4, 3 + 4, 7 + 4, 18 + 4);
  }

  @Test
  void behaviour_30_every_further_derivative_is_there() {
    Tensor x = Tensor.scalar(1.3).requiresGrad(true);
    Tensor derivative = x.sin();
    double[] expected = {Math.cos(1.3), -Math.sin(1.3), -Math.cos(1.3), Math.sin(1.3)};
    for (double value : expected) {
      derivative = Autograd.grad(derivative, x, CREATE);
      assertThatTensor(derivative).hasValues(value);
    }
  }

  @Test
  void behaviour_30_without_create_graph_a_gradient_has_no_history() {
    Tensor x = Tensor.scalar(2.0).requiresGrad(true);
    Tensor gradient = Autograd.grad(x.pow(3L), x, GradOptions.DEFAULT);
    assertThatTensor(gradient).hasValues(12);
    assertThat(gradient.requiresGrad()).isFalse();
  }

  @Test
  void behaviour_31_unrolled_steps_of_ascent_stay_differentiable_to_the_start() {
    Tensor start = Tensor.scalar(0.7).requiresGrad(true);
    Tensor x = start;
    double value = 0.7;
    double slope = 1;
    for (int step = 0; step < 5; step++) {
      Tensor gradient = Autograd.grad(x.pow(3L), x, CREATE); // 3 x²
      x = x.add(gradient.mul(0.05));
      slope *= 1 + 0.05 * 6 * value;
      value += 0.05 * 3 * value * value;
    }
    assertThatTensor(x).hasValues(value);
    x.backward();
    assertThatTensor(start.grad()).hasValues(slope);
  }

  @Test
  void behaviour_32_an_operation_without_a_derivative_fails_in_backward_and_not_before() {
    UnaryOperation opaque =
        UnaryOperation.of(
            "opaque",
            "x",
            Tensor::clone,
            Partial.usesNothing(
                "not implemented",
                _ -> {
                  throw new UnsupportedOperationException(
                      "the derivative for 'opaque' is not implemented");
                }));
    Tensor x = Tensor.scalar(1.0).requiresGrad(true);
    Tensor y = x.apply(opaque).mul(2.0);
    assertThatTensor(y).hasValues(2);
    assertThat(y.requiresGrad()).isTrue();
    assertThatThrownBy(y::backward)
        .isInstanceOf(AutogradException.class)
        .hasCauseInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("OpaqueBackward0")
        .hasMessageContaining("the derivative for 'opaque' is not implemented");
    assertThat(x.grad()).isNull();
  }
}
