package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.Edge;
import org.junit.jupiter.api.Test;

/// What recording leaves behind: edges, leaves, detached tensors.
class BehaviourGraphTest {
  private static Tensor leaf(double... values) {
    return Tensor.of(values).requiresGrad(true);
  }

  @Test
  void behaviour_01_a_result_requires_grad_if_an_input_does() {
    Tensor x = Tensor.of(1.0, 2.0);
    Tensor y = Tensor.of(3.0, 4.0);
    Tensor z = leaf(5, 6);
    assertThat(x.add(y).requiresGrad()).isFalse();
    assertThat(x.add(y).gradFn()).isNull();
    assertThat(x.add(y).add(z).requiresGrad()).isTrue();
    assertThat(x.add(y).add(z).gradFn().name()).isEqualTo("AddBackward0");
  }

  @Test
  void behaviour_02_the_next_edges_lead_to_what_was_used_and_none_to_what_needs_no_gradient() {
    Tensor x = leaf(1);
    Tensor y = leaf(2);
    Tensor a = x.add(y);
    List<Edge> next = a.gradFn().nextEdges();
    assertThat(next).hasSize(2).extracting(Edge::inputNr).containsOnly(0);
    assertThat(next)
        .extracting(edge -> edge.node().name())
        .containsExactly("AccumulateGrad", "AccumulateGrad");
    assertThat(next.get(0).node().variable()).isSameAs(x);
    assertThat(next.get(1).node().variable()).isSameAs(y);

    List<Edge> plusFive = a.add(5.0).gradFn().nextEdges();
    assertThat(plusFive).hasSize(2);
    assertThat(plusFive.get(0).node()).isSameAs(a.gradFn());
    assertThat(plusFive.get(0).inputNr()).isZero();
    assertThat(plusFive.get(1)).isNull();
  }

  @Test
  void behaviour_03_a_leaf_in_two_operations_has_one_accumulate_grad() {
    Tensor x = leaf(1, 2);
    Edge first = x.exp().gradFn().nextEdges().getFirst();
    Edge second = x.sin().gradFn().nextEdges().getFirst();
    assertThat(first.node()).isSameAs(second.node()).isSameAs(x.gradientEdge().node());
    assertThat(first.node().variable()).isSameAs(x);
  }

  @Test
  void behaviour_04_the_second_output_of_an_operation_has_number_1() {
    Tensor x = leaf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    List<Tensor> halves = x.split(5, 0);
    assertThat(halves).extracting(Tensor::outputNr).containsExactly(0, 1);
    assertThat(halves.get(0).gradFn()).isSameAs(halves.get(1).gradFn());
    Edge use = halves.get(1).exp().gradFn().nextEdges().getFirst();
    assertThat(use.node()).isSameAs(halves.get(0).gradFn());
    assertThat(use.inputNr()).isEqualTo(1);
  }

  @Test
  void behaviour_05_a_leaf_prints_that_it_requires_grad_and_a_result_prints_its_node() {
    Tensor x = Tensor.of(1f).requiresGrad(true);
    assertThat(x).hasToString("tensor([1.], requires_grad=True)");
    assertThat(x.clone()).hasToString("tensor([1.], grad_fn=<CloneBackward0>)");
    assertThat(x.detach()).hasToString("tensor([1.])");
  }

  @Test
  void behaviour_06_whole_number_and_truth_results_never_require_grad() {
    Tensor x = leaf(3, 1, 2);
    assertThat(
            List.of(
                x.argmax(),
                x.argmin(),
                x.argmax(0, true),
                x.max(0, false).indices(),
                x.min(0, false).indices(),
                x.gt(1.5),
                x.eq(x),
                x.to(DType.INT64),
                x.gt(1.5).sum()))
        .allSatisfy(result -> {
          assertThat(result.dtype().isFloating()).isFalse();
          assertThat(result.requiresGrad()).isFalse();
          assertThat(result.gradFn()).isNull();
        });
    assertThat(x.max(0, false).values().requiresGrad()).isTrue();
  }

  @Test
  void behaviour_07_a_whole_number_tensor_cannot_require_grad() {
    for (DType dtype : List.of(DType.INT64, DType.INT32, DType.UINT8, DType.BOOL)) {
      Tensor x = Tensor.zeros(dtype, Shape.of(2));
      assertThatThrownBy(() -> x.requiresGrad(true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Only Tensors of floating point")
          .hasMessageContaining("dtype can require gradients")
          .hasMessageContaining(dtype.toString());
      assertThat(x.requiresGrad()).isFalse();
    }
  }

  @Test
  void behaviour_08_recording_is_switched_off_on_leaves_only() {
    Tensor x = leaf(1);
    Tensor y = x.mul(2.0);
    assertThatThrownBy(() -> y.requiresGrad(false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("you can only change requires_grad flags of leaf variables")
        .hasMessageContaining("MulBackward0")
        .hasMessageContaining("detach()");
    assertThat(y.requiresGrad()).isTrue();
    x.requiresGrad(false);
    assertThat(x.requiresGrad()).isFalse();
    assertThat(x.mul(2.0).requiresGrad()).isFalse();
  }

  @Test
  void behaviour_11_no_gradient_flows_through_a_detached_tensor() {
    Tensor x = leaf(1, 2, 3);
    Tensor z = x.add(x.mul(2.0).detach());
    z.sum().backward();
    assertThatTensor(z).hasValues(3, 6, 9);
    assertThatTensor(x.grad()).hasValues(1, 1, 1);
  }

  @Test
  void behaviour_12_a_detached_tensor_shares_the_version_counter() {
    Tensor x = leaf(1, 2, 3);
    Tensor y = x.square();
    x.detach().zero_();
    assertThat(x.version()).isEqualTo(1);
    assertThatTensor(x).hasValues(0, 0, 0);
    assertThatThrownBy(() -> y.sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining(
            "one of the variables needed for gradient computation has been modified by an inplace"
                + " operation");
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_08_a_view_made_before_recording_was_switched_is_refused_for_that_reason() {
    Tensor x = Tensor.of(1.0, 2.0);
    Tensor before = x.get(0);
    x.requiresGrad(true);
    assertThatThrownBy(() -> before.mul(2.0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("start or to stop requiring a gradient after the view was made");
    assertThat(x.get(0).mul(2.0).requiresGrad()).isTrue();
  }
}
