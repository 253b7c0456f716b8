package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.optim.GradientClipping;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Memory is used again, also that of gradients: what anybody may still hold never changes, and
/// what has ended throws.
class BehaviourMemoryTest {
  private static final int SIZE = 300;

  private final Scope scope = new Scope("step");
  private final Tensor leaf = Tensor.full(DType.FLOAT64, Shape.of(SIZE), 0.5).requiresGrad(true);

  private void backward() {
    leaf.mul(leaf).sum().backward();
  }

  /// Steps that use all memory again, and leave other numbers in it.
  private void laterSteps() {
    for (int i = 0; i < 3; i++) {
      scope.run(() -> {
        leaf.zeroGrad(true);
        Tensor noise = leaf;
        for (int k = 0; k < 20; k++) {
          noise = noise.mul(1.7).sin();
        }
        noise.sum().backward();
      });
    }
  }

  // ---- random programs

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatever_a_program_holds_keeps_its_numbers_or_throws(long seed) {
    int[] held = new MemoryProgram(seed).run(40);
    assertThat(held[0]).as("held to stay, seed %d", seed).isGreaterThan(200);
    assertThat(held[1]).as("held without keeping, seed %d", seed).isGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void programs_in_several_threads_do_not_touch_each_other(int threads) throws Exception {
    inThreads(threads, thread -> new MemoryProgram(100 + thread).run(40));
  }

  /// Every backward pass adds exactly 1 to every element of the shared gradient, so that anything
  /// else in it was written by somebody who had no right to.
  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void threads_that_share_leaves_never_see_another_number_in_a_gradient(int threads)
      throws Exception {
    inThreads(
        threads,
        thread -> {
          Scope own = new Scope("thread " + thread);
          List<Tensor> held = new ArrayList<>();
          for (int i = 0; i < 300; i++) {
            int turn = i + thread;
            own.run(() -> shareOneStep(turn, held));
            held.forEach(BehaviourMemoryTest::assertCounts);
          }
          return held.size();
        });
  }

  private void shareOneStep(int turn, List<Tensor> held) {
    Tensor noise = leaf.detach().mul(0.37 + turn).sin().mul(leaf.detach());
    leaf.add(noise).sum().backward();
    leaf.lendGrad(gradient -> {
      assertCounts(gradient);
      assertThatTensor(gradient).isFilledWith(gradient.toDoubles()[0]);
    });
    switch (turn % 7) {
      case 0, 3 -> leaf.zeroGrad(true);
      case 1 -> leaf.setGrad(null);
      case 5 -> {
        Tensor gradient = leaf.grad();
        if (gradient != null && held.size() < 20) {
          held.add(gradient);
        }
      }
      default -> noise.exp().mul(noise).tanh();
    }
  }

  /// Other threads may be adding to a gradient that was asked for, so its elements may differ.
  private static void assertCounts(Tensor gradient) {
    assertThat(Arrays.stream(gradient.toDoubles()))
        .allMatch(number -> number >= 1 && number == Math.rint(number));
  }

  /// Runs a task on so many threads that start together.
  private static void inThreads(int threads, ThreadTask task) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Object>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        Callable<Object> body =
            () -> {
              start.await();
              return task.run(thread);
            };
        running.add(executor.submit(body));
      }
      for (Future<Object> future : running) {
        assertThat(future.get()).isNotNull();
      }
    }
  }

  @FunctionalInterface
  private interface ThreadTask {
    Object run(int thread) throws Exception;
  }

  // ---- the gradients of leaves

  @Test
  void a_step_with_all_its_gradients_takes_no_new_memory_the_second_time() {
    laterSteps();
    Scope.Usage before = scope.usage();
    laterSteps();
    Scope.Usage after = scope.usage();
    assertThat(after.free()).isEqualTo(before.free());
    assertThat(after.peak()).isEqualTo(before.peak());
    // 20 multiplications, 20 sines; backward a few less than two gradients for each
    assertThat(after.reused() - before.reused()).isGreaterThan(3 * 40L * SIZE * Double.BYTES);
    assertThat(after.live()).isZero();
  }

  @Test
  void a_gradient_that_somebody_asked_for_stays_when_the_leaf_forgets_it() {
    List<Tensor> asked = new ArrayList<>();
    scope.run(() -> {
      backward();
      asked.add(leaf.grad());
      asked.add(leaf.grad().view(SIZE / 2, 2).t());
    });
    laterSteps();
    assertThat(asked).allSatisfy(gradient -> assertThatTensor(gradient).isFilledWith(1));
  }

  @Test
  void a_lent_gradient_lives_until_the_leaf_forgets_it_and_then_throws() {
    List<Tensor> lent = new ArrayList<>();
    scope.run(() -> {
      backward();
      leaf.lendGrad(lent::add);
    });
    assertThatTensor(lent.getFirst()).isFilledWith(1);
    laterSteps();
    assertThatThrownBy(() -> lent.getFirst().toDoubles())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("scope 'step'")
        .hasMessageContaining("zeroGrad")
        .hasMessageContaining("Scope.keep");
  }

  @Test
  void a_lent_gradient_that_is_kept_stays() {
    List<Tensor> lent = new ArrayList<>();
    scope.run(() -> {
      backward();
      leaf.lendGrad(gradient -> lent.add(Scope.keep(gradient.narrow(0, 3, 5))));
    });
    laterSteps();
    assertThatTensor(lent.getFirst()).isFilledWith(1);
  }

  @Test
  void a_gradient_forgotten_outside_of_a_step_is_left_to_who_has_it() {
    List<Tensor> lent = new ArrayList<>();
    scope.run(this::backward);
    leaf.lendGrad(lent::add);
    leaf.zeroGrad(true);
    laterSteps();
    assertThatTensor(lent.getFirst()).isFilledWith(1);
  }

  @Test
  void a_gradient_that_another_leaf_took_over_stays() {
    Tensor other = Tensor.zeros(DType.FLOAT64, Shape.of(SIZE)).requiresGrad(true);
    scope.run(() -> {
      backward();
      leaf.lendGrad(other::setGrad);
    });
    laterSteps();
    assertThatTensor(other.grad()).isFilledWith(1);
  }

  @Test
  void two_leaves_that_get_one_gradient_forget_it_apart() {
    Tensor other = Tensor.full(DType.FLOAT64, Shape.of(SIZE), 2).requiresGrad(true);
    scope.run(() -> leaf.add(other).mul(3.0).sum().backward());
    laterSteps();
    assertThatTensor(other.grad()).isFilledWith(3);
  }

  @Test
  void a_gradient_that_is_replaced_or_made_zero_is_no_other_tensors() {
    scope.run(() -> {
      backward();
      leaf.setGrad(Tensor.full(DType.FLOAT64, Shape.of(SIZE), 7));
      assertThatTensor(leaf.grad()).isFilledWith(7);
      leaf.zeroGrad(false);
      backward();
    });
    assertThatTensor(leaf.grad()).isFilledWith(1);
    laterSteps();
    assertThatThrownBy(() -> leaf.setGrad(leaf)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_leaf_that_forgets_its_gradient_while_it_is_lent_has_none_afterwards() {
    scope.run(() -> {
      backward();
      leaf.lendGrad(_ -> leaf.zeroGrad(true));
      assertThat(leaf.grad()).isNull();
    });
  }

  // ---- optimizers

  /// Keeps the gradient of the step before, as conjugate gradients do.
  private static final class Remembering implements OptimizerProvider {
    @Override
    public String name() {
      return "remembering";
    }

    @Override
    public List<Attribute<?>> options() {
      return List.of();
    }

    @Override
    public void update(
        Tensor parameter, Tensor gradient, ParameterGroup group, ParameterState state) {
      Tensor before = state.get("before");
      if (before != null) {
        assertThatTensor(before).isFilledWith(before.toDoubles()[0]);
        assertThat(state.get("one of them").item()).isEqualTo(before.toDoubles()[3]);
        parameter.sub_(before.mul(0.1));
      }
      state.put("before", gradient);
      state.put("one of them", gradient.mul(1.0).select(0, 3));
    }
  }

  @Test
  void a_rule_may_keep_a_gradient_in_its_state() {
    Optimizer optimizer =
        new Remembering().create(List.of(ParameterGroup.of(List.of(leaf))), Attributes.NONE);
    double expected = 0.5;
    double before = 0;
    for (int i = 0; i < 10; i++) {
      scope.run(() -> {
        optimizer.zeroGrad();
        backward();
        optimizer.step();
        leaf.detach().mul(0.77).sin().exp();
      });
      double gradient = 2 * expected;
      expected -= 0.1 * before;
      before = gradient;
    }
    assertThat(leaf.toDoubles()[SIZE - 1]).isCloseTo(expected, within(1e-12));
    assertThatTensor(leaf).isFilledWith(leaf.toDoubles()[0]);
  }

  @Test
  void clipping_and_stepping_leave_the_gradient_to_be_used_again() {
    Optimizer optimizer = new SGD(List.of(leaf), 0.01, 0.9);
    List<Long> free = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      scope.run(() -> {
        optimizer.zeroGrad();
        backward();
        GradientClipping.clipGradNorm_(List.of(leaf), 0.1);
        GradientClipping.clipGradValue_(List.of(leaf), 0.1);
        optimizer.step();
      });
      free.add(scope.usage().free());
    }
    assertThat(free.subList(1, 4)).containsOnly(free.getLast());
  }

  // ---- scopes

  @Test
  void a_scope_in_use_refuses_another_thread_but_its_results_can_be_read_there() throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      scope.run(() -> {
        Tensor result = leaf.detach().mul(4.0);
        Future<?> read = other.submit(() -> assertThatTensor(result).isFilledWith(2));
        Future<?> entered = other.submit(() -> scope.run(() -> {}));
        assertThatThrownBy(entered::get)
            .cause()
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("scope 'step' is already running");
        assertThat(read).succeedsWithin(Duration.ofMinutes(1));
      });
    }
  }

  @Test
  void what_another_thread_makes_meanwhile_does_not_belong_to_the_scope() throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      List<Tensor> made = new ArrayList<>();
      scope.run(() -> {
        Future<Tensor> result = other.submit(() -> GradMode.off(() -> leaf.mul(6.0)));
        assertThat(result).succeedsWithin(Duration.ofMinutes(1));
        made.add(result.resultNow());
      });
      laterSteps();
      assertThatTensor(made.getFirst()).isFilledWith(3);
    }
  }

  @Test
  void an_exception_in_a_hook_leaves_the_scope_and_the_gradients_in_order() {
    scope.run(() -> {
      Tensor y = leaf.mul(2.0);
      y.registerHook(_ -> {
        throw new IllegalArgumentException("no");
      });
      assertThatThrownBy(() -> y.mul(3.0).sum().backward()).hasMessageContaining("no");
      assertThat(leaf.grad()).isNull();
    });
    assertThat(scope.usage().live()).isZero();
    scope.run(this::backward);
    assertThatTensor(leaf.grad()).isFilledWith(1);
  }
}
