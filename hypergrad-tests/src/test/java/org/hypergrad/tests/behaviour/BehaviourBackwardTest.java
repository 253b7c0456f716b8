package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.GradOptions;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.Node;
import org.junit.jupiter.api.Test;

/// Where a backward pass starts, and what it leaves in the leaves.
class BehaviourBackwardTest {
  private static final GradOptions RETAIN = GradOptions.DEFAULT.retainGraph();

  private static Tensor leaf(double... values) {
    return Tensor.of(values).requiresGrad(true);
  }

  @Test
  void behaviour_13_a_root_of_several_elements_needs_a_gradient() {
    Tensor x = leaf(1, 2);
    Tensor y = x.exp();
    assertThatThrownBy(y::backward)
        .isInstanceOf(AutogradException.class)
        .hasMessageStartingWith("grad can be implicitly created only for scalar outputs")
        .hasMessageContaining("[2]");
    assertThat(x.grad()).isNull();
    y.backward(Tensor.of(1.0, 0.0));
    assertThatTensor(x.grad()).hasValues(Math.E, 0);
  }

  @Test
  void behaviour_13_a_root_of_one_element_in_any_shape_needs_none() {
    Tensor x = Tensor.of(new double[][] {{3}}).requiresGrad(true);
    x.square().backward();
    assertThatTensor(x.grad()).hasShape(1, 1).hasValues(6);
  }

  @Test
  void behaviour_14_a_root_without_history_is_refused() {
    assertThatThrownBy(() -> Tensor.scalar(1.0).exp().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageStartingWith(
            "element 0 of tensors does not require grad and does not have a grad_fn");
    Tensor x = leaf(1);
    assertThatThrownBy(
            () -> Autograd.backward(List.of(x.exp(), Tensor.of(1.0)), null, GradOptions.DEFAULT))
        .hasMessageStartingWith("element 1 of tensors does not require grad");
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_15_the_gradient_of_a_root_has_its_shape() {
    Tensor y = leaf(1, 2).mul(2.0);
    assertThatThrownBy(() -> y.backward(Tensor.of(1.0, 2.0, 3.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "Mismatch in shape: grad_output[0] has a shape of [3] and output[0] has a shape of"
                + " [2].");
  }

  @Test
  void behaviour_16_the_gradient_given_to_a_leaf_becomes_its_grad() {
    Tensor x = leaf(1, 2, 3);
    Tensor g = Tensor.of(0.5, -1.0, 7.0);
    x.backward(g);
    assertThatTensor(x.grad()).hasValues(0.5, -1, 7);
  }

  @Test
  void behaviour_17_several_roots_add_up_in_what_they_share() {
    Tensor x = leaf(1, 2);
    Tensor y = leaf(3, 4);
    Tensor q = leaf(5, 6);
    Tensor a = leaf(7, 8);
    Tensor b = leaf(9, 10);
    Tensor gz = Tensor.of(0.1, 0.2);
    Tensor gc = Tensor.of(10.0, 20.0);
    Tensor z = x.add(y).add(q.mul(2.0));
    Tensor c = a.mul(b).add(q.mul(2.0));
    Autograd.backward(List.of(z, c), List.of(gz, gc), GradOptions.DEFAULT);
    assertThatTensor(q.grad()).hasValues(2 * (0.1 + 10), 2 * (0.2 + 20));
    assertThatTensor(x.grad()).hasValues(0.1, 0.2);
    assertThatTensor(y.grad()).hasValues(0.1, 0.2);
    assertThatTensor(a.grad()).hasValues(9 * 10, 10 * 20);
    assertThatTensor(b.grad()).hasValues(7 * 10, 8 * 20);
  }

  @Test
  void behaviour_17_the_same_root_twice_gives_twice_the_gradient() {
    Tensor x = leaf(2);
    Tensor y = x.square();
    Autograd.backward(List.of(y, y), null, GradOptions.DEFAULT);
    assertThatTensor(x.grad()).hasValues(8);
  }

  @Test
  void behaviour_18_a_root_may_depend_on_another() {
    double[] v = {0.5, -2, 3};
    double[] u = {1, 10, -0.25};
    double[] w = {2, 0.5, 0.125};
    Tensor x = leaf(v);
    Tensor y = x.square();
    Tensor z = y.pow(3L);
    Autograd.backward(List.of(y, z), List.of(Tensor.of(u), Tensor.of(w)), GradOptions.DEFAULT);
    double[] expected = new double[3];
    Arrays.setAll(expected, i -> 2 * v[i] * u[i] + 6 * Math.pow(v[i], 5) * w[i]);
    assertThatTensor(x.grad()).hasValues(expected);
  }

  @Test
  void behaviour_19_a_second_backward_accumulates_into_the_same_grad_object() {
    Tensor x = leaf(1, 2);
    Tensor y = x.square().sum();
    y.backward(RETAIN);
    Tensor grad = x.grad();
    assertThatTensor(grad).hasValues(2, 4);
    y.backward(RETAIN);
    assertThat(x.grad()).isSameAs(grad);
    assertThatTensor(grad).hasValues(4, 8);
  }

  @Test
  void behaviour_19_a_second_backward_with_create_graph_makes_a_new_grad_object() {
    Tensor x = leaf(1, 2);
    Tensor y = x.square().sum();
    y.backward(RETAIN);
    Tensor grad = x.grad();
    y.backward(GradOptions.DEFAULT.createGraph());
    assertThat(x.grad()).isNotSameAs(grad);
    assertThatTensor(grad).hasValues(2, 4);
    assertThatTensor(x.grad()).hasValues(4, 8);
    assertThat(x.grad().requiresGrad()).isTrue();
  }

  @Test
  void behaviour_20_the_given_gradient_is_neither_kept_nor_changed() {
    Tensor x = leaf(1, 2);
    Tensor g = Tensor.of(1.0, 3.0);
    x.backward(g);
    assertThat(x.grad()).isNotSameAs(g);
    x.mul(1.0).backward(g);
    x.add(x).backward(g);
    assertThatTensor(x.grad()).hasValues(4, 12);
    assertThatTensor(g).hasValues(1, 3);
    assertThat(g.version()).isZero();
    g.fill_(100);
    assertThatTensor(x.grad()).hasValues(4, 12);
  }

  @Test
  void behaviour_20_leaves_that_receive_one_gradient_do_not_share_it() {
    for (int n : new int[] {2, 1000}) {
      Tensor a = Tensor.zeros(DType.FLOAT64, Shape.of(n)).requiresGrad(true);
      Tensor b = Tensor.zeros(DType.FLOAT64, Shape.of(n)).requiresGrad(true);
      Tensor sum = a.add(b);
      sum.sum().backward(RETAIN);
      a.grad().fill_(5);
      assertThatTensor(b.grad()).isFilledWith(1);
      sum.sum().backward();
      assertThatTensor(a.grad()).isFilledWith(6);
      assertThatTensor(b.grad()).isFilledWith(2);
    }
  }

  @Test
  void behaviour_20_the_grads_of_a_leaf_and_of_a_retained_result_are_not_shared() {
    Tensor x = Tensor.zeros(DType.FLOAT64, Shape.of(500)).requiresGrad(true);
    Tensor y = x.clone();
    y.retainGrad();
    y.sum().backward();
    x.grad().fill_(7);
    assertThatTensor(y.grad()).isFilledWith(1);
  }

  @Test
  void behaviour_21_empty_tensors_have_empty_gradients_or_zeros() {
    Tensor a = Tensor.zeros(DType.FLOAT64, Shape.of(4, 0)).requiresGrad(true);
    Tensor b = Tensor.zeros(DType.FLOAT64, Shape.of(4, 1)).requiresGrad(true);
    a.add(b).sum().backward();
    assertThatTensor(a.grad()).hasShape(4, 0);
    assertThatTensor(b.grad()).hasShape(4, 1).hasValues(0, 0, 0, 0);
  }

  @Test
  void behaviour_22_backward_to_inputs_changes_only_their_grads() {
    Tensor x = leaf(1, 2);
    Tensor y = leaf(3, 4);
    Tensor z = x.mul(2.0).add(y.mul(3.0));
    z.sum().backward(RETAIN.inputs(x));
    assertThatTensor(x.grad()).hasValues(2, 2);
    assertThat(y.grad()).isNull();
    z.sum().backward(RETAIN.inputs(x, y));
    assertThatTensor(x.grad()).hasValues(4, 4);
    assertThatTensor(y.grad()).hasValues(3, 3);
  }

  @Test
  void behaviour_22_an_empty_list_of_inputs_is_refused() {
    Tensor x = leaf(1);
    assertThatThrownBy(() -> x.exp().backward(GradOptions.DEFAULT.inputs(new Tensor[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'inputs' argument to backward cannot be empty");
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_22_inputs_may_be_results_and_what_is_unreachable_stays_null() {
    Tensor x = leaf(1, 2);
    Tensor unreachable = leaf(3, 4);
    Tensor y = x.mul(2.0);
    y.mul(y).sum().backward(GradOptions.DEFAULT.inputs(y, unreachable));
    assertThatTensor(y.grad()).hasValues(4, 8);
    assertThat(x.grad()).isNull();
    assertThat(unreachable.grad()).isNull();
  }

  @Test
  void behaviour_23_a_second_pass_over_released_values_fails_and_names_retain_graph() {
    Tensor x = leaf(3);
    Tensor y = x.mul(x);
    y.backward();
    assertThatThrownBy(y::backward)
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("Trying to backward through the graph a second time")
        .hasMessageContaining("retainGraph")
        .hasMessageContaining("MulBackward0");
    assertThatTensor(x.grad()).hasValues(6);
  }

  @Test
  void behaviour_23_a_second_pass_succeeds_where_nothing_was_saved() {
    Tensor x = leaf(3);
    Tensor y = x.add(1.0);
    y.backward();
    y.backward();
    assertThatTensor(x.grad()).hasValues(2);
  }

  @Test
  void behaviour_24_retain_graph_lets_a_second_pass_succeed() {
    Tensor x = leaf(3);
    Tensor y = x.mul(x).exp();
    y.backward(RETAIN);
    double once = x.grad().toDoubles()[0];
    y.backward();
    assertThatTensor(x.grad()).hasValues(2 * once);
    assertThat(once).isEqualTo(6 * Math.exp(9));
  }

  @Test
  void behaviour_24_saved_tensors_are_there_until_they_are_released() {
    Tensor x = leaf(3);
    Tensor y = x.square();
    Node node = y.gradFn();
    assertThat(node.savedTensors()).hasSize(1);
    assertThatTensor(node.savedTensors().getFirst()).hasValues(3);
    y.backward(RETAIN);
    assertThatTensor(node.savedTensors().getFirst()).hasValues(3);
    y.backward();
    assertThatThrownBy(node::savedTensors)
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("after they have already been freed");
  }

  @Test
  void behaviour_25_only_the_used_output_of_several_gets_a_gradient() {
    Tensor x = Tensor.zeros(DType.FLOAT64, Shape.of(10, 10)).requiresGrad(true);
    List<Tensor> chunks = x.chunk(5, 0);
    chunks.get(2).mul(4.0).add(2.0).sum().backward();
    double[] expected = new double[100];
    Arrays.fill(expected, 40, 60, 4);
    assertThatTensor(x.grad()).hasShape(10, 10).hasValues(expected);
  }

  @Test
  void behaviour_25_indices_of_a_maximum_serve_as_constants() {
    Tensor x = Tensor.of(new double[][] {{1, 5, 2}, {9, 3, 4}}).requiresGrad(true);
    Tensor indices = x.max(1, true).indices();
    x.square().gather(1, indices).sum().backward();
    assertThatTensor(x.grad()).hasValues(0, 10, 0, 18, 0, 0);
  }

  @Test
  void behaviour_22_an_input_named_twice_gets_its_gradient_once() {
    Tensor x = leaf(1, 2);
    x.mul(2.0).sum().backward(GradOptions.DEFAULT.inputs(x, x));
    assertThatTensor(x.grad()).hasValues(2, 2);
  }

  @Test
  void behaviour_22_the_grad_of_a_result_adds_up_over_passes_too() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(2.0);
    Tensor out = y.mul(y).sum();
    out.backward(RETAIN.inputs(y));
    out.backward(RETAIN.inputs(y));
    out.backward(RETAIN.inputs(y));
    assertThatTensor(y.grad()).hasValues(12, 24);
  }

  @Test
  void behaviour_16_a_leaf_that_no_longer_requires_grad_gets_none() {
    Tensor x = leaf(1, 2);
    Tensor y = leaf(3, 4);
    Tensor out = x.mul(2.0).add(y).sum();
    x.requiresGrad(false);
    out.backward();
    assertThat(x.grad()).isNull();
    assertThatTensor(y.grad()).hasValues(1, 1);
  }
}
