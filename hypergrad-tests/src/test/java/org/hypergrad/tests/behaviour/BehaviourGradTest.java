package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.Autograd;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;
import org.junit.jupiter.api.Test;

/// `Autograd.grad`: gradients as results.
class BehaviourGradTest {
  private final Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);
  private final Tensor y = Tensor.of(3.0, 4.0).requiresGrad(true);

  @Test
  void behaviour_26_grad_returns_gradients_and_leaves_every_grad_null() {
    Tensor between = x.mul(y);
    Tensor out = between.square().sum();
    List<Tensor> gradients = Autograd.grad(out, x, between, y);
    assertThatTensor(gradients.get(0)).hasValues(2 * 3 * 3, 2 * 8 * 4);
    assertThatTensor(gradients.get(1)).hasValues(6, 16);
    assertThatTensor(gradients.get(2)).hasValues(2 * 3 * 1, 2 * 8 * 2);
    assertThat(x.grad()).isNull();
    assertThat(y.grad()).isNull();
    assertThat(between.grad()).isNull();
  }

  @Test
  void behaviour_26_the_gradient_of_an_output_for_itself_is_the_given_one() {
    Tensor out = x.exp();
    Tensor given = Tensor.of(5.0, 6.0);
    List<Tensor> gradients =
        Autograd.grad(List.of(out), List.of(out), List.of(given), GradOptions.DEFAULT);
    assertThatTensor(gradients.getFirst()).hasValues(5, 6);
  }

  @Test
  void behaviour_27_an_unused_input_is_an_error() {
    assertThatThrownBy(() -> Autograd.grad(x.sum(), x, y))
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining(
            "One of the differentiated Tensors appears to not have been used in the graph")
        .hasMessageContaining("allowUnused");
  }

  @Test
  void behaviour_27_an_unused_input_gives_null_where_that_is_allowed() {
    List<Tensor> gradients =
        Autograd.grad(List.of(x.sum()), List.of(x, y), null, GradOptions.DEFAULT.allowUnused());
    assertThatTensor(gradients.get(0)).hasValues(1, 1);
    assertThat(gradients.get(1)).isNull();
  }

  @Test
  void behaviour_27_an_unused_input_gives_zeros_where_they_are_asked_for() {
    List<Tensor> gradients =
        Autograd.grad(
            List.of(x.sum()), List.of(x, y), null, GradOptions.DEFAULT.materializeGrads());
    assertThatTensor(gradients.get(0)).hasValues(1, 1);
    assertThatTensor(gradients.get(1)).hasShape(2).hasValues(0, 0);
  }

  @Test
  void behaviour_27_an_input_that_requires_no_gradient_is_an_error() {
    Tensor constant = Tensor.of(1.0, 2.0);
    assertThatThrownBy(() -> Autograd.grad(x.mul(constant).sum(), constant))
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("One of the differentiated Tensors does not require grad");
  }

  @Test
  void behaviour_28_a_node_off_the_path_is_never_run() {
    List<String> ran = new ArrayList<>();
    UnaryOperation failing =
        UnaryOperation.of(
            "failing",
            "x",
            Tensor::clone,
            Partial.usesNothing(
                "fails",
                _ -> {
                  throw new IllegalStateException("must not run");
                }));
    Tensor off = y.apply(failing);
    off.registerHook(g -> {
      ran.add("off the path");
      return null;
    });
    Tensor on = x.mul(2.0);
    on.registerHook(g -> {
      ran.add("on the path");
      return null;
    });
    Tensor out = on.add(off).sum();
    assertThatTensor(Autograd.grad(out, x, GradOptions.DEFAULT.retainGraph())).hasValues(2, 2);
    assertThat(ran).containsExactly("on the path");
    assertThatThrownBy(() -> Autograd.grad(out, y, GradOptions.DEFAULT))
        .hasMessageContaining("must not run");
  }

  @Test
  void behaviour_29_two_outputs_of_one_node_are_captured_at_once() {
    Tensor z = Tensor.of(1.0, 2.0, 3.0, 4.0).requiresGrad(true);
    List<Tensor> halves = z.mul(1.0).split(2, 0);
    Tensor out = halves.get(0).sum().add(halves.get(1).mul(halves.get(0)).sum());
    List<Tensor> gradients = Autograd.grad(out, halves.get(1), halves.get(0));
    assertThatTensor(gradients.get(0)).hasValues(1, 2);
    assertThatTensor(gradients.get(1)).hasValues(1 + 3, 1 + 4);
  }

  @Test
  void behaviour_29_an_input_and_what_was_computed_from_it_are_captured_at_once() {
    Tensor squared = x.square();
    List<Tensor> gradients = Autograd.grad(squared.mul(x).sum(), squared, x, x);
    assertThatTensor(gradients.get(0)).hasValues(1, 2);
    assertThatTensor(gradients.get(1)).hasValues(3, 12);
    assertThatTensor(gradients.get(2)).hasValues(3, 12);
  }
}
