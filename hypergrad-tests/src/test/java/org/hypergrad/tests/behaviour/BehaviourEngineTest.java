package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.hypergrad.Autograd;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.Node;
import org.hypergrad.engine.AutogradGraph;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How a pass runs: depth, order, failures, memory.
class BehaviourEngineTest {
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void behaviour_56_a_chain_of_150_000_operations_is_differentiated() {
    int depth = 150_000;
    Tensor x = Tensor.of(1.0, -2.0).requiresGrad(true);
    Tensor y = x;
    for (int i = 0; i < depth; i++) {
      y = y.mul(1 + 1e-6);
    }
    y.sum().backward();
    double factor = Math.pow(1 + 1e-6, depth);
    assertThatTensor(x.grad()).hasValues(Offset.offset(1e-9), factor, factor);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void behaviour_56_a_chain_of_100_000_with_skips_is_differentiated() {
    int depth = 100_000;
    Random random = new Random(56);
    Tensor x = Tensor.scalar(0.5).requiresGrad(true);
    Tensor[] recent = {x, x, x};
    double[] slopes = {1, 1, 1};
    for (int i = 0; i < depth; i++) {
      int back = random.nextInt(3);
      double weight = random.nextDouble() * 1e-5;
      Tensor next = recent[2].add(recent[back].mul(weight));
      double slope = slopes[2] + weight * slopes[back];
      recent = new Tensor[] {recent[1], recent[2], next};
      slopes = new double[] {slopes[1], slopes[2], slope};
    }
    recent[2].backward();
    assertThatTensor(x.grad()).hasValues(Offset.offset(1e-9), slopes[2]);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void behaviour_56_a_deep_graph_is_released_without_a_pass_too() {
    List<WeakReference<Tensor>> first = new ArrayList<>();
    Tensor last = deep(first);
    assertThat(last.requiresGrad()).isTrue();
    last = null;
    GarbageCollection.awaitOf(first.getFirst());
  }

  private static Tensor deep(List<WeakReference<Tensor>> first) {
    Tensor y = Tensor.scalar(1.0).requiresGrad(true);
    first.add(new WeakReference<>(y));
    for (int i = 0; i < 150_000; i++) {
      y = y.add(y.mul(1e-6));
    }
    return y;
  }

  /// y = x², whose rule runs a backward pass of its own.
  private static final UnaryOperation REENTRANT =
      UnaryOperation.of(
          "reentrant",
          "x * x",
          Tensor::square,
          Partial.usesX(
              "g * d(x * x)/dx",
              (g, x) ->
                  g.mul(
                      GradMode.on(() -> {
                        Tensor again = x.detach().requiresGrad(true);
                        again.mul(again).sum().backward();
                        return again.grad();
                      }))));

  @Test
  void behaviour_57_a_rule_may_run_a_backward_pass() {
    Tensor x = Tensor.of(1.0, 2.0, 3.0).requiresGrad(true);
    x.apply(REENTRANT).mul(x.mul(2.0).apply(REENTRANT)).sum().backward(); // 4 x⁴
    assertThatTensor(x.grad()).hasValues(16, 16 * 8, 16 * 27);
  }

  @Test
  void behaviour_57_an_error_of_the_inner_pass_reaches_the_caller() {
    UnaryOperation failing =
        UnaryOperation.of(
            "failing",
            "x",
            Tensor::clone,
            Partial.usesX(
                "fails",
                (g, x) -> {
                  GradMode.on(() -> x.detach().requiresGrad(true).exp().backward());
                  return g;
                }));
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);
    assertThatThrownBy(() -> x.apply(failing).sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("grad can be implicitly created only for scalar outputs");
    x.exp().sum().backward();
    assertThatTensor(x.grad()).hasValues(Math.E, Math.exp(2));
  }

  @Test
  void behaviour_60_the_younger_node_runs_first() {
    Tensor x = Tensor.of(1.0).requiresGrad(true);
    Tensor cloned = x.clone();
    Tensor sine = cloned.sin();
    Tensor out = sine.exp();
    List<String> order = new ArrayList<>();
    for (Node node : AutogradGraph.of(out).nodes()) {
      node.editHooks()
          .addPreHook(_ -> {
            order.add(node.name());
            return null;
          });
    }
    out.backward();
    assertThat(order)
        .containsExactly("ExpBackward0", "SinBackward0", "CloneBackward0", "AccumulateGrad");
  }

  @Test
  void behaviour_60_independent_branches_run_in_the_order_of_their_age() {
    Tensor x = Tensor.of(1.0).requiresGrad(true);
    List<String> order = new ArrayList<>();
    Tensor a = noted(x.sin(), order);
    Tensor b = noted(x.cos(), order);
    Tensor c = noted(b.exp(), order);
    Tensor d = noted(a.tanh(), order);
    d.add(c).backward();
    assertThat(order)
        .containsExactly("TanhBackward0", "ExpBackward0", "CosBackward0", "SinBackward0");
  }

  private static Tensor noted(Tensor tensor, List<String> order) {
    tensor.registerHook(_ -> {
      order.add(tensor.gradFn().name());
      return null;
    });
    return tensor;
  }

  @Test
  void behaviour_61_a_failing_rule_is_named_and_the_engine_goes_on_working() {
    UnaryOperation failing =
        UnaryOperation.of(
            "failing",
            "x",
            Tensor::clone,
            Partial.usesNothing(
                "fails",
                _ -> {
                  throw new ArithmeticException("cannot do it");
                }));
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);
    Tensor y = Tensor.of(3.0, 4.0).requiresGrad(true);
    Tensor later = x.apply(failing).add(y.apply(failing)); // y's branch is the younger one
    assertThatThrownBy(() -> later.sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("FailingBackward0")
        .hasMessageContaining("cannot do it")
        .hasCauseInstanceOf(ArithmeticException.class);
    assertThat(x.grad()).isNull();
    assertThat(y.grad()).isNull();
    x.mul(y).sum().backward();
    assertThatTensor(x.grad()).hasValues(3, 4);
    assertThatTensor(y.grad()).hasValues(1, 2);
    assertThat(GradMode.enabled()).isTrue();
  }

  @Test
  void behaviour_61_a_failing_hook_leaves_the_grads_of_leaves_not_yet_reached() {
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);
    x.mul(7.0).sum().backward();
    Tensor y = x.exp();
    y.registerHook(_ -> {
      throw new IllegalArgumentException("hook says no");
    });
    assertThatThrownBy(() -> y.sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("ExpBackward0")
        .hasMessageContaining("hook says no");
    assertThatTensor(x.grad()).hasValues(7, 7);
    assertThatTensor(Autograd.grad(x.square().sum(), x).getFirst()).hasValues(2, 4);
  }

  @Test
  void behaviour_66_saved_activations_can_be_collected_while_the_loss_is_held() {
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);
    List<WeakReference<Tensor>> activations = new ArrayList<>();
    Tensor loss = loss(x, activations);
    System.gc();
    assertThat(activations).allSatisfy(activation -> assertThat(activation.get()).isNotNull());
    loss.backward();
    activations.forEach(GarbageCollection::awaitOf);
    assertThat(loss.gradFn()).isNotNull();
    assertThatTensor(x.grad()).hasValues(expected(1), expected(2));
  }

  @Test
  void behaviour_66_with_retain_graph_they_stay() {
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);
    List<WeakReference<Tensor>> activations = new ArrayList<>();
    Tensor loss = loss(x, activations);
    loss.backward(GradOptions.DEFAULT.retainGraph());
    System.gc();
    assertThat(activations).allSatisfy(activation -> assertThat(activation.get()).isNotNull());
    loss.backward();
    assertThatTensor(x.grad()).hasValues(2 * expected(1), 2 * expected(2));
  }

  private static Tensor loss(Tensor x, List<WeakReference<Tensor>> activations) {
    Tensor exp = x.exp();
    Tensor square = exp.square();
    Tensor product = square.mul(exp);
    activations.add(new WeakReference<>(exp));
    activations.add(new WeakReference<>(square));
    return product.sum();
  }

  /// The derivative of e³ˣ.
  private static double expected(double x) {
    return 3 * Math.exp(3 * x);
  }

  @Test
  void behaviour_57_passes_nest_2_000_levels_deep() {
    int[] levels = {0};
    UnaryOperation[] nested = new UnaryOperation[1];
    nested[0] =
        UnaryOperation.of(
            "nested",
            "x",
            Tensor::clone,
            Partial.usesX(
                "g, after the same for x - 1",
                (g, x) -> {
                  levels[0]++;
                  if (x.item() > 1) {
                    Tensor less = x.detach().sub(1.0).requiresGrad(true);
                    GradMode.on(() -> less.apply(nested[0]).backward());
                  }
                  return g;
                }));
    Tensor x = Tensor.scalar(2000.0).requiresGrad(true);
    x.apply(nested[0]).backward();
    assertThat(levels[0]).isEqualTo(2000);
    assertThatTensor(x.grad()).hasValues(1);
  }
}
