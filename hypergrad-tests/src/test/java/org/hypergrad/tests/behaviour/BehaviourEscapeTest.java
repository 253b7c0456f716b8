package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;
import org.junit.jupiter.api.Test;

/// What somebody outside was given or made stays, on whichever way it got there.
class BehaviourEscapeTest {
  private static final int SIZE = 300;

  private final Scope scope = new Scope("step");
  private final Tensor x = Tensor.full(DType.FLOAT64, Shape.of(SIZE), 0.5).requiresGrad(true);
  private final List<Tensor> kept = new ArrayList<>();

  /// Steps that use all memory again, and leave other numbers in it.
  private void laterSteps() {
    for (int i = 0; i < 3; i++) {
      scope.run(() -> {
        Tensor y = Tensor.full(DType.FLOAT64, Shape.of(SIZE), 7).requiresGrad(true);
        y.sin().mul(y.cos()).mul(y).sum().backward();
      });
    }
  }

  @Test
  void a_tensor_of_the_step_that_was_assigned_as_a_gradient_survives_being_forgotten() {
    scope.run(() -> {
      Tensor assigned = x.detach().mul(2.0);
      x.setGrad(assigned);
      x.zeroGrad(true);
      x.detach().mul(9.0);
      assertThatTensor(assigned).isFilledWith(1);
    });
  }

  @Test
  void what_a_hook_makes_where_the_pass_ends() {
    scope.run(() -> {
      Tensor y = x.mul(2.0);
      y.registerHook(gradient -> {
        kept.add(gradient.mul(5.0));
        return null;
      });
      Autograd.grad(y.mul(3.0).sum(), y);
    });
    laterSteps();
    assertThatTensor(kept.getFirst()).isFilledWith(15);
  }

  @Test
  void a_result_of_the_step_that_a_rule_hands_on_to_a_node_hook() {
    scope.run(() -> {
      Tensor constant = x.detach().mul(4.0);
      UnaryOperation constantly =
          UnaryOperation.of(
              "constantly", "x", Tensor::clone, Partial.usesNothing("c", _ -> constant));
      Tensor y = x.mul(1.0).apply(constantly);
      y.gradFn()
          .editHooks()
          .addPostHook((computed, _) -> {
            kept.addAll(computed);
            return null;
          });
      y.sum().backward();
    });
    laterSteps();
    assertThatTensor(kept.getFirst()).isFilledWith(2);
    assertThatTensor(x.grad()).isFilledWith(2);
  }

  /// Each of these gradients is a view of one number of a temporary.
  @Test
  void gradients_of_numbers_that_were_stacked() {
    List<Tensor> numbers = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      Tensor number = Tensor.scalar((double) i).requiresGrad(true).mul(2.0);
      number.registerHook(gradient -> {
        kept.add(gradient);
        return null;
      });
      numbers.add(number);
    }
    scope.run(() ->
        kept.addAll(
            Autograd.grad(
                Tensor.stack(numbers, 0).mul(3.0).sum(), numbers.toArray(Tensor[]::new))));
    laterSteps();
    assertThat(kept).hasSize(2 * SIZE).allMatch(gradient -> gradient.item() == 3);
  }

  @Test
  void a_number_of_a_result_that_is_kept_keeps_the_result() {
    scope.run(() -> kept.add(Scope.keep(x.detach().mul(3.0).select(0, 5))));
    laterSteps();
    assertThat(kept.getFirst().item()).isEqualTo(1.5);
  }
}
