package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.hypergrad.Autograd;
import org.hypergrad.GradOptions;
import org.hypergrad.HookHandle;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.NodeHooks;
import org.junit.jupiter.api.Test;

/// Looking at gradients, and changing them, while they go by.
class BehaviourHooksTest {
  private static final GradOptions RETAIN = GradOptions.DEFAULT.retainGraph();

  private final Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);
  private final List<String> log = new ArrayList<>();

  @Test
  void behaviour_34_a_tensor_hook_sees_every_gradient_until_it_is_removed() {
    Tensor y = x.mul(3.0);
    List<double[]> seen = new ArrayList<>();
    HookHandle handle =
        y.registerHook(g -> {
          seen.add(g.toDoubles());
          return null;
        });
    Tensor sum = y.sum();
    sum.backward(RETAIN);
    sum.mul(5.0).backward(RETAIN);
    handle.remove();
    handle.remove();
    sum.backward(RETAIN);
    assertThat(seen).containsExactly(new double[] {1, 1}, new double[] {5, 5});
    assertThatTensor(x.grad()).hasValues(21, 21);
  }

  @Test
  void behaviour_34_a_tensor_hook_changes_the_gradient() {
    Tensor y = x.mul(3.0);
    y.registerHook(g -> g.mul(2.0));
    x.registerHook(g -> g.add(0.5));
    y.sum().backward();
    assertThatTensor(x.grad()).hasValues(6.5, 6.5);
  }

  @Test
  void behaviour_34_a_hook_sees_the_sum_of_all_uses_once() {
    List<double[]> seen = new ArrayList<>();
    x.registerHook(g -> {
      seen.add(g.toDoubles());
      return null;
    });
    x.mul(2.0).add(x.mul(3.0)).sum().backward();
    assertThat(seen).containsExactly(new double[] {5, 5});
  }

  @Test
  void behaviour_34_a_tensor_without_gradient_takes_no_hook() {
    assertThatThrownBy(() -> Tensor.of(1.0).registerHook(g -> g))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot register a hook on a tensor that doesn't require gradient");
  }

  @Test
  void behaviour_34_a_hook_keeps_shape_and_type_of_the_gradient() {
    Tensor y = x.mul(3.0);
    y.registerHook(Tensor::sum);
    assertThatThrownBy(() -> y.sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("hook has changed the size of value");
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_35_node_hooks_run_before_and_after_the_rule() {
    Tensor a = Tensor.scalar(3.0).requiresGrad(true);
    Tensor y = a.mul(2.0);
    NodeHooks hooks = y.gradFn().editHooks();
    for (int i = 0; i < 3; i++) {
      hooks.addPreHook(gradients -> gradients.stream().map(g -> g.mul(2.0)).toList());
    }
    hooks.addPostHook((gradInputs, gradOutputs) -> {
      log.add("grad_output " + gradOutputs.getFirst().item());
      log.add("grad_input " + gradInputs.getFirst().item());
      return null;
    });
    y.backward();
    assertThat(log).containsExactly("grad_output 8.0", "grad_input 16.0");
    assertThatTensor(a.grad()).hasValues(16);
  }

  @Test
  void behaviour_35_a_post_hook_replaces_the_computed_gradients_and_can_be_removed() {
    Tensor y = x.mul(2.0);
    HookHandle handle =
        y.gradFn()
            .editHooks()
            .addPostHook((gradInputs, _) -> {
              gradInputs.set(0, gradInputs.get(0).mul(10.0));
              return gradInputs;
            });
    y.sum().backward(RETAIN);
    assertThatTensor(x.grad()).hasValues(20, 20);
    handle.remove();
    y.sum().backward();
    assertThatTensor(x.grad()).hasValues(22, 22);
  }

  @Test
  void behaviour_35_a_node_hook_that_returns_another_number_of_gradients_is_an_error() {
    Tensor y = x.mul(2.0);
    y.gradFn().editHooks().addPreHook(g -> List.of(g.getFirst(), g.getFirst()));
    assertThatThrownBy(() -> y.sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("hook has returned an incorrect number of values (got 2");
  }

  @Test
  void behaviour_36_tensor_hooks_then_node_hooks_then_accumulation_then_what_comes_after_it() {
    NodeHooks hooks = x.gradientEdge().node().editHooks();
    hooks.addPostHook((_, _) -> {
      note("node post-hook");
      return null;
    });
    hooks.addPostAccumulateHook(_ -> note("post-accumulate hook"));
    hooks.addPreHook(_ -> {
      note("node pre-hook");
      return null;
    });
    x.registerHook(_ -> {
      note("tensor hook");
      return null;
    });
    x.mul(2.0).sum().backward();
    assertThat(log)
        .containsExactly(
            "tensor hook before accumulation",
            "node pre-hook before accumulation",
            "post-accumulate hook after accumulation",
            "node post-hook after accumulation");
  }

  private void note(String what) {
    log.add(what + (x.grad() == null ? " before accumulation" : " after accumulation"));
  }

  @Test
  void behaviour_36_a_post_accumulate_hook_gets_the_leaf_and_may_clear_its_grad() {
    List<double[]> seen = new ArrayList<>();
    x.gradientEdge()
        .node()
        .editHooks()
        .addPostAccumulateHook(leaf -> {
          assertThat(leaf).isSameAs(x);
          seen.add(leaf.grad().toDoubles());
          leaf.setGrad(null);
        });
    Tensor y = x.mul(2.0).sum();
    y.backward(RETAIN);
    y.backward();
    assertThat(seen).containsExactly(new double[] {2, 2}, new double[] {2, 2});
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_37_retain_grad_keeps_what_all_hooks_left_whenever_they_were_registered() {
    Tensor y = x.mul(1.0);
    y.registerHook(g -> g.mul(2.0));
    y.retainGrad();
    y.retainGrad();
    y.registerHook(g -> g.mul(3.0));
    y.sum().backward();
    assertThatTensor(y.grad()).hasValues(6, 6);
    assertThatTensor(x.grad()).hasValues(6, 6);
  }

  @Test
  void behaviour_37_retain_grad_is_nothing_new_for_a_leaf_and_an_error_without_gradient() {
    x.retainGrad();
    x.mul(2.0).sum().backward();
    assertThatTensor(x.grad()).hasValues(2, 2);
    assertThatThrownBy(() -> Tensor.of(1.0).retainGrad())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can't retain_grad on Tensor that has requires_grad=False");
  }

  @Test
  void behaviour_37_retain_grad_does_not_pin_the_tensor_in_memory() {
    List<WeakReference<Tensor>> forgotten = new ArrayList<>();
    Tensor sum = sumOfForgotten(forgotten);
    GarbageCollection.awaitOf(forgotten.getFirst());
    sum.backward();
    assertThatTensor(x.grad()).hasValues(2, 2);
  }

  private Tensor sumOfForgotten(List<WeakReference<Tensor>> forgotten) {
    Tensor y = x.mul(2.0);
    y.retainGrad();
    forgotten.add(new WeakReference<>(y));
    return y.sum();
  }

  @Test
  void behaviour_39_grad_runs_hooks_on_its_path_only() {
    Tensor other = Tensor.of(3.0, 4.0).requiresGrad(true);
    Tensor on = x.mul(2.0);
    Tensor off = other.mul(2.0);
    noteWhenPassed(on, "result on the path");
    noteWhenPassed(off, "result off the path");
    noteWhenPassed(x, "the input");
    noteWhenPassed(other, "another leaf");
    x.gradientEdge().node().editHooks().addPostAccumulateHook(_ -> log.add("accumulated"));
    Autograd.grad(on.add(off).sum(), x);
    assertThat(log).containsExactly("result on the path", "the input");
  }

  private void noteWhenPassed(Tensor tensor, String what) {
    tensor.registerHook(_ -> {
      log.add(what);
      return null;
    });
  }

  @Test
  void behaviour_39_a_hook_on_an_input_changes_what_grad_returns() {
    x.registerHook(g -> g.mul(10.0));
    assertThatTensor(Autograd.grad(x.mul(2.0).sum(), x).getFirst()).hasValues(20, 20);
  }

  @Test
  void behaviour_37_retained_gradients_add_up_over_passes() {
    Tensor y = x.mul(3.0);
    y.retainGrad();
    Tensor out = y.mul(y).sum();
    out.backward(RETAIN);
    assertThatTensor(y.grad()).hasValues(6, 12);
    out.backward(RETAIN);
    assertThatTensor(y.grad()).hasValues(12, 24);
  }

  @Test
  void behaviour_37_a_retained_gradient_is_not_the_object_that_the_caller_gave() {
    Tensor y = x.mul(3.0);
    y.retainGrad();
    Tensor given = Tensor.of(1.0, 1.0);
    y.backward(given);
    given.fill_(100);
    assertThatTensor(y.grad()).hasValues(1, 1);
  }

  @Test
  void behaviour_39_node_hooks_are_silent_where_the_node_is_not_run() {
    Tensor y = x.mul(2.0);
    y.gradFn()
        .editHooks()
        .addPreHook(g -> {
          log.add("pre-hook");
          return null;
        });
    assertThatTensor(Autograd.grad(y.sum(), y).getFirst()).hasValues(1, 1);
    assertThat(log).isEmpty();
  }
}
