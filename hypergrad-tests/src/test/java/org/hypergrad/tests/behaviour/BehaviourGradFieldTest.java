package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;

/// The `grad` field of a tensor.
class BehaviourGradFieldTest {
  private final Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);

  @Test
  void behaviour_09_the_grad_of_a_result_warns_once_unless_it_is_retained() throws Exception {
    Tensor y = x.mul(2.0);
    Tensor kept = x.mul(3.0);
    kept.retainGrad();
    try (LoggedLines logged = new LoggedLines(Tensor.class)) {
      assertThat(kept.grad()).isNull();
      assertThat(x.grad()).isNull();
      assertThat(x.detach().grad()).isNull();
      assertThat(logged.lines()).isEmpty();
      assertThat(y.grad()).isNull();
      assertThat(y.grad()).isNull();
      assertThat(logged.lines())
          .singleElement()
          .asString()
          .startsWith("WARN")
          .contains("The .grad attribute of a Tensor that is not a leaf Tensor is being accessed.")
          .contains("MulBackward0")
          .contains("retainGrad()");
    }
  }

  @Test
  void behaviour_09_the_grad_of_a_result_is_null_and_one_after_retain_grad_is_not() {
    Tensor y = x.mul(2.0);
    Tensor kept = x.mul(3.0);
    kept.retainGrad();
    y.add(kept).sum().backward();
    assertThat(y.grad()).isNull();
    assertThatTensor(kept.grad()).hasValues(1, 1);
    assertThatTensor(x.grad()).hasValues(5, 5);
  }

  @Test
  void behaviour_10_a_grad_of_another_shape_is_refused() {
    assertThatThrownBy(() -> x.setGrad(Tensor.of(1.0, 2.0, 3.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("assigned grad has data of a different size")
        .hasMessageContaining("[2]")
        .hasMessageContaining("[3]");
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_10_a_grad_of_another_type_is_refused() {
    assertThatThrownBy(() -> x.setGrad(Tensor.of(1f, 2f)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("assigned grad has data of a different type")
        .hasMessageContaining(DType.FLOAT32.toString());
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_10_a_tensor_is_not_its_own_grad() {
    assertThatThrownBy(() -> x.setGrad(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't assign Variable as its own grad");
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_10_a_fitting_grad_is_taken_and_added_to_and_null_clears_it() {
    Tensor given = Tensor.of(10.0, 20.0);
    x.setGrad(given);
    assertThat(x.grad()).isSameAs(given);
    x.mul(3.0).sum().backward();
    assertThatTensor(x.grad()).hasValues(13, 23);
    x.setGrad(null);
    assertThat(x.grad()).isNull();
  }
}
