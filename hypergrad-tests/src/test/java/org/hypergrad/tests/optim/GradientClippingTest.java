package org.hypergrad.tests.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hypergrad.nn.optim.GradientClipping.clipGradNorm_;
import static org.hypergrad.nn.optim.GradientClipping.clipGradValue_;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.List;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;

/// Gradients that would be too large.
class GradientClippingTest {
  private static Tensor withGradient(double... gradient) {
    Tensor parameter = Tensor.of(new double[gradient.length]).requiresGrad(true);
    parameter.setGrad(Tensor.of(gradient));
    return parameter;
  }

  @Test
  void all_gradients_are_scaled_by_one_factor() {
    Tensor a = withGradient(3, 0);
    Tensor b = withGradient(-4);
    assertThat(clipGradNorm_(List.of(a, b), 1)).isEqualTo(5);
    double factor = 1 / (5 + 1e-6);
    assertThatTensor(a.grad()).hasValues(3 * factor, 0);
    assertThatTensor(b.grad()).hasValues(-4 * factor);
  }

  @Test
  void small_gradients_are_left_alone() {
    Tensor a = withGradient(3, -4);
    assertThat(clipGradNorm_(List.of(a), 6)).isEqualTo(5);
    assertThatTensor(a.grad()).hasValues(3, -4);
    assertThat(a.grad().version()).isZero();
  }

  @Test
  void the_infinite_norm_is_the_largest_element() {
    Tensor a = withGradient(3, -4);
    Tensor b = withGradient(2);
    double norm = clipGradNorm_(List.of(a, b), 2, Double.POSITIVE_INFINITY, true);
    assertThat(norm).isEqualTo(4);
    assertThat(a.grad().toDoubles()[1]).isBetween(-2.0, -1.99);
  }

  @Test
  void parameters_without_a_gradient_are_passed_over() {
    Tensor none = Tensor.of(1.0).requiresGrad(true);
    assertThat(clipGradNorm_(List.of(none), 1)).isZero();
    assertThat(clipGradNorm_(List.of(), 1)).isZero();
    assertThat(clipGradNorm_(List.of(none, withGradient(2)), 1)).isEqualTo(2);
    clipGradValue_(List.of(none), 1);
    assertThat(none.grad()).isNull();
  }

  @Test
  void a_norm_that_is_no_finite_number_is_refused_if_asked_to() {
    Tensor a = withGradient(1, Double.NaN);
    assertThatIllegalStateException()
        .isThrownBy(() -> clipGradNorm_(List.of(a), 1, 2, true))
        .withMessageStartingWith(
            "The total norm of order 2.0 for gradients from `parameters` is non-finite, so it"
                + " cannot be clipped.");
    assertThatTensor(a.grad()).hasValues(1, Double.NaN);
    assertThat(clipGradNorm_(List.of(a), 1)).isNaN();
    assertThatTensor(a.grad()).hasValues(Double.NaN, Double.NaN);
  }

  @Test
  void an_order_that_is_not_positive_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clipGradNorm_(List.of(withGradient(1)), 1, 0, false));
  }

  @Test
  void each_element_is_brought_between_the_bounds() {
    Tensor a = withGradient(3, -4, 0.5);
    clipGradValue_(List.of(a), 1);
    assertThatTensor(a.grad()).hasValues(1, -1, 0.5);
  }

  @Test
  void a_gradient_with_a_history_is_scaled_without_leaving_a_trace_in_it() {
    Tensor a = Tensor.of(2.0).requiresGrad(true);
    a.pow(3).sum().backward(GradOptions.DEFAULT.createGraph());
    assertThat(clipGradNorm_(List.of(a), 6)).isEqualTo(12);
    assertThat(a.grad().gradFn().name()).isNotEqualTo("MulBackward1");
  }
}
