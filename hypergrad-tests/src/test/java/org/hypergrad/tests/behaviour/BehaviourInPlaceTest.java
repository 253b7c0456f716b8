package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.List;
import java.util.function.Consumer;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.junit.jupiter.api.Test;

/// Changing tensors that a computation remembers.
class BehaviourInPlaceTest {
  private static final String MODIFIED =
      "one of the variables needed for gradient computation has been modified by an inplace"
          + " operation";

  private static final GradOptions RETAIN = GradOptions.DEFAULT.retainGraph();

  private static Tensor leaf(double... values) {
    return Tensor.of(values).requiresGrad(true);
  }

  @Test
  void behaviour_40_every_change_in_place_raises_the_version() {
    Tensor x = Tensor.of(1.0, 2.0, 3.0);
    assertThat(x.version()).isZero();
    List<Consumer<Tensor>> changes =
        List.of(
            t -> t.add_(1.0),
            t -> t.mul_(Tensor.of(1.0, 2.0, 3.0)),
            Tensor::exp_,
            t -> t.clamp_(0.0, 5.0),
            t -> t.copy_(Tensor.of(1.0)),
            t -> t.maskedFill_(t.gt(0.0), 2),
            Tensor::zero_);
    for (int i = 0; i < changes.size(); i++) {
      changes.get(i).accept(x);
      assertThat(x.version()).isEqualTo(i + 1);
    }
  }

  @Test
  void behaviour_40_a_view_shares_the_version_and_a_copy_does_not() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    Tensor row = x.get(0);
    Tensor copy = x.clone();
    row.add_(10.0);
    x.t().mul_(2.0);
    assertThat(x.version()).isEqualTo(2);
    assertThat(row.version()).isEqualTo(2);
    assertThat(x.view(4).version()).isEqualTo(2);
    assertThat(copy.version()).isZero();
    assertThatTensor(x).hasValues(22, 24, 6, 8);
  }

  @Test
  void behaviour_40_changes_with_grad_mode_off_count_too() {
    Tensor x = leaf(1, 2);
    Tensor number = Tensor.scalar(1.0).requiresGrad(true);
    Tensor y = x.square().sum().add(number.exp());
    GradMode.off(() -> {
      x.add_(1.0);
      number.add_(1.0);
    });
    assertThat(x.version()).isEqualTo(1);
    assertThat(number.version()).isEqualTo(1);
    assertThatThrownBy(y::backward).hasMessageContaining(MODIFIED);
  }

  @Test
  void behaviour_41_a_leaf_that_requires_grad_is_not_changed_in_place() {
    Tensor x = leaf(1, 2);
    assertThatThrownBy(() -> x.add_(1.0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "a leaf Variable that requires grad is being used in an in-place operation.")
        .hasMessageContaining("add_");
    assertThatThrownBy(() -> x.get(0).zero_())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "a view of a leaf Variable that requires grad is being used in an in-place operation.");
    assertThatTensor(x).hasValues(1, 2);
    assertThat(x.version()).isZero();
    GradMode.off(() -> x.sub_(Tensor.of(0.5, 0.5)));
    assertThatTensor(x).hasValues(0.5, 1.5);
    assertThat(x.isLeaf()).isTrue();
  }

  @Test
  void behaviour_42_a_changed_saved_tensor_is_found_out_in_backward() {
    Tensor x = leaf(1, 2, 3);
    Tensor y = x.exp();
    y.add_(1.0);
    assertThatThrownBy(() -> y.sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining(MODIFIED)
        .hasMessageContaining("float64 [3]")
        .hasMessageContaining("output 0 of")
        .hasMessageContaining("ExpBackward0")
        .hasMessageContaining("is at version 1; expected version 0 instead");
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_43_what_a_rule_does_not_use_may_be_changed() {
    Tensor x = leaf(1, 1);
    Tensor y = leaf(4, 4);
    Tensor z = x.mul(y);
    Tensor q = z.add(y);
    Tensor w = z.mul(y);
    z.add_(2.0);
    q.sum().backward(RETAIN);
    assertThatTensor(x.grad()).hasValues(4, 4);
    assertThatTensor(y.grad()).hasValues(2, 2);
    assertThatThrownBy(() -> w.sum().backward()).hasMessageContaining(MODIFIED);
  }

  @Test
  void behaviour_43_a_tensor_changed_in_place_has_the_history_of_the_change() {
    Tensor x = leaf(1, 1);
    Tensor y = leaf(4, 4);
    Tensor z = x.mul(y);
    Tensor r = z.add(y);
    Tensor w = z.add_(y);
    assertThat(w).isSameAs(z);
    w.sum().backward(RETAIN);
    assertThatTensor(x.grad()).hasValues(4, 4);
    assertThatTensor(y.grad()).hasValues(2, 2);
    r.sum().backward(RETAIN);
    assertThatTensor(x.grad()).hasValues(8, 8);
  }

  @Test
  void behaviour_43_a_rule_over_its_output_works_after_the_operation_in_place() {
    Tensor x = leaf(0, 1);
    Tensor z = x.div(2.0);
    z.exp_();
    z.sum().backward();
    assertThatTensor(x.grad()).hasValues(0.5, Math.exp(0.5) / 2);
  }

  @Test
  void behaviour_43_a_rule_over_its_input_works_after_the_operation_in_place() {
    Tensor x = leaf(3, 4);
    Tensor z = x.clone();
    z.square_();
    z.mul_(z);
    z.sum().backward();
    assertThatTensor(z).hasValues(81, 256);
    assertThatTensor(x.grad()).hasValues(4 * 27, 4 * 64);
  }

  @Test
  void behaviour_44_changing_a_view_of_a_recorded_tensor_is_refused() {
    Tensor x = leaf(1, 2, 3, 4).clone().view(2, 2);
    refused(x, () -> x.get(0).mul_(2.0));
    refused(x, () -> x.t().fill_(0));
    refused(x, () -> x.get(1).copy_(Tensor.of(9.0, 9.0)));
  }

  @Test
  void behaviour_44_writing_a_recorded_value_into_a_part_of_a_tensor_is_refused() {
    Tensor y = Tensor.of(1.0, 2.0, 3.0);
    Tensor v = Tensor.scalar(5.0).requiresGrad(true);
    refused(y, () -> y.get(1).copy_(v));
    y.get(1).copy_(v.detach());
    assertThatTensor(y).hasValues(1, 5, 3);
  }

  @Test
  void behaviour_44_a_view_that_was_made_before_its_base_changed_is_refused() {
    Tensor base = leaf(1, 2).clone();
    Tensor view = base.get(0);
    base.mul_(2.0);
    assertThatThrownBy(() -> view.mul(3.0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the tensor it shows was changed in place");
    assertThatThrownBy(view::backward)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the tensor it shows was changed in place");
    assertThatTensor(base.get(0).mul(3.0)).hasValues(6);
  }

  @Test
  void behaviour_45_a_view_made_with_grad_mode_off_is_not_changed_in_place_with_it_on() {
    Tensor x = leaf(1, 2).clone();
    Tensor view = GradMode.off(() -> x.get(0));
    refused(x, () -> view.mul_(2.0));
  }

  @Test
  void behaviour_45_one_of_several_views_of_an_operation_is_not_changed_in_place() {
    Tensor x = leaf(1, 2, 3, 4).clone();
    Tensor second = x.split(2, 0).get(1);
    refused(x, () -> second.mul_(2.0));
    assertThatThrownBy(() -> second.mul_(2.0))
        .hasMessageContaining("Output 1 of SplitBackward0 is a view and is being modified inplace.")
        .hasMessageContaining("returns multiple views");
  }

  private static void refused(Tensor x, Runnable change) {
    double[] values = x.toDoubles();
    int version = x.version();
    var gradFn = x.gradFn();
    assertThatThrownBy(change::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("view");
    assertThatTensor(x).hasValues(values);
    assertThat(x.version()).isEqualTo(version);
    assertThat(x.gradFn()).isSameAs(gradFn);
  }

  @Test
  void behaviour_07_writing_a_recorded_tensor_into_a_whole_number_tensor_records_nothing() {
    Tensor whole = Tensor.of(0L, 0L);
    whole.copy_(leaf(1.5, 2.5));
    assertThatTensor(whole).hasValues(1, 2);
    assertThat(whole.requiresGrad()).isFalse();
  }
}
