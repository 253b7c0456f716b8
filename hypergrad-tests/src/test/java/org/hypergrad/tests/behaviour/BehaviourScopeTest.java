package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.GradMode;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A scope uses the memory of a step's results again in the next step: what was kept must not
/// change, and what was not must not be readable.
class BehaviourScopeTest {
  private static final int SIZE = 300;

  private final Scope scope = new Scope("step");

  private static Tensor leaf(double value) {
    return Tensor.full(DType.FLOAT64, Shape.of(SIZE), value).requiresGrad(true);
  }

  private static Tensor longWay(Tensor x) {
    Tensor y = x;
    for (int i = 0; i < 10; i++) {
      y = y.mul(1.01).add(y.sin().mul(0.1)).tanh();
    }
    return y;
  }

  private void laterSteps() {
    for (int i = 0; i < 3; i++) {
      double value = 0.1 * i;
      scope.run(() -> longWay(leaf(value)).sum().backward());
    }
  }

  @Test
  void a_second_step_uses_the_memory_of_the_first() {
    Tensor x = leaf(0.5);
    scope.run(() -> longWay(x));
    assertThat(scope.usage().reused()).isLessThan(scope.usage().peak());
    long before = scope.usage().reused();
    scope.run(() -> longWay(x));
    assertThat(scope.usage().reused() - before).isEqualTo(scope.usage().peak());
    assertThat(scope.usage().live()).isZero();
  }

  @Test
  void the_figures_say_what_is_live_free_and_used_again_and_the_most_that_was_live() {
    long one = SIZE * (long) Double.BYTES;
    Tensor x = leaf(0.5);
    scope.run(() -> {
      Tensor loss = x.sin().cos().sum();
      assertThat(scope.usage()).isEqualTo(new Scope.Usage(2 * one, 0, 0, 2 * one));
      loss.backward();
      Scope.Usage usage = scope.usage();
      assertThat(usage.live()).isEqualTo(3 * one); // the two results and the gradient of the leaf
      assertThat(usage.peak()).isEqualTo(usage.live() + usage.free());
    });
    Scope.Usage first = scope.usage();
    assertThat(first.live()).isZero();
    assertThat(first.peak()).isGreaterThan(3 * one);
    scope.run(() -> {
      x.sin();
      assertThat(scope.usage())
          .isEqualTo(new Scope.Usage(one, first.free() - one, first.reused() + one, first.peak()));
    });
    assertThat(scope.usage())
        .isEqualTo(new Scope.Usage(0, first.free(), first.reused() + one, first.peak()));
  }

  @Test
  void a_result_that_was_not_kept_throws_and_names_the_scope() {
    List<Tensor> leaked = new ArrayList<>();
    scope.run(() -> leaked.add(leaf(0.5).mul(2)));
    assertThatThrownBy(() -> leaked.getFirst().toDoubles())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("scope 'step'")
        .hasMessageContaining("Scope.keep");
    assertThatThrownBy(() -> leaked.getFirst().add(1)).isInstanceOf(IllegalStateException.class);
    assertThat(leaked.getFirst()).hasToString("tensor(dead, size=[300])");
  }

  @Test
  void a_backward_pass_over_results_of_an_ended_step_throws_and_changes_no_gradient() {
    Tensor x = leaf(0.5);
    List<Tensor> leaked = new ArrayList<>();
    scope.run(() -> leaked.add(longWay(x).sum()));
    laterSteps();
    assertThatThrownBy(() -> leaked.getFirst().backward()).hasMessageContaining("scope 'step'");
    assertThat(x.grad()).isNull();
  }

  @Test
  void kept_and_returned_tensors_and_their_views_keep_their_numbers() {
    List<Tensor> kept = new ArrayList<>();
    Tensor returned =
        scope.call(() -> {
          Tensor y = leaf(0.5).mul(3);
          kept.add(y.view(2, SIZE / 2).t());
          Scope.keep(y.narrow(0, 0, 5));
          return leaf(0.5).mul(4);
        });
    laterSteps();
    assertThatTensor(kept.getFirst()).isFilledWith(1.5);
    assertThatTensor(returned).isFilledWith(2);
  }

  @Test
  void gradients_leaves_retained_and_hooked_gradients_stay_by_themselves() {
    Tensor x = leaf(0.5);
    List<Tensor> stay = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    scope.run(() -> {
      Tensor made = Tensor.zeros(DType.FLOAT64, Shape.of(SIZE)).add(0.25).requiresGrad(true);
      Tensor y = longWay(x.mul(made));
      y.retainGrad();
      y.registerHook(g -> {
        stay.add(g);
        return null;
      });
      Tensor upstream = made.detach().mul(2);
      longWay(y).backward(upstream);
      stay.addAll(List.of(x.grad(), made, made.grad(), y.grad()));
      stay.addAll(Autograd.grad(x.add(x).sum(), x));
      stay.forEach(tensor -> numbers.add(tensor.toDoubles()));
    });
    laterSteps();
    assertThat(stay).hasSize(6);
    for (int i = 0; i < stay.size(); i++) {
      assertThatTensor(stay.get(i)).hasValues(numbers.get(i));
    }
  }

  @Test
  void a_gradient_that_is_assigned_stays() {
    Tensor x = leaf(0.5);
    scope.run(() -> x.setGrad(x.detach().mul(3)));
    laterSteps();
    assertThatTensor(x.grad()).isFilledWith(1.5);
  }

  @Test
  void parameters_updated_within_steps_are_the_same_as_without_a_scope() {
    assertThat(trained(new Scope("a")).toDoubles()).isEqualTo(trained(null).toDoubles());
  }

  private static Tensor trained(Scope scope) {
    Generator generator = new Generator(5);
    Tensor weight = Tensor.randn(generator, DType.FLOAT64, Shape.of(20, 30)).requiresGrad(true);
    for (int step = 0; step < 10; step++) {
      Tensor x = Tensor.randn(generator, DType.FLOAT64, Shape.of(16 + step % 3, 20));
      Runnable body =
          () -> {
            weight.setGrad(null);
            x.matmul(weight).tanh().square().mean().backward();
            GradMode.off(() -> weight.sub_(weight.grad().mul(0.1)));
          };
      if (scope == null) {
        body.run();
      } else {
        scope.run(body);
      }
    }
    return weight.detach();
  }

  @Test
  void scopes_nest_and_each_takes_back_its_own() {
    Scope inner = new Scope("inner");
    scope.run(() -> {
      Tensor outer = leaf(0.5).mul(2);
      List<Tensor> leaked = new ArrayList<>();
      Tensor returned =
          inner.call(() -> {
            leaked.add(outer.mul(2));
            return outer.mul(3);
          });
      inner.run(() -> longWay(outer));
      assertThatTensor(outer).isFilledWith(1);
      assertThatTensor(returned).isFilledWith(3);
      assertThatThrownBy(() -> leaked.getFirst().toDoubles()).hasMessageContaining("scope 'inner'");
    });
  }

  @Test
  void results_are_taken_back_after_an_exception_too() {
    List<Tensor> leaked = new ArrayList<>();
    assertThatThrownBy(() ->
            scope.run(() -> {
              leaked.add(leaf(0.5).mul(2));
              throw new IllegalArgumentException("bad batch");
            }))
        .hasMessage("bad batch");
    assertThatThrownBy(() -> leaked.getFirst().toDoubles()).hasMessageContaining("scope 'step'");
    scope.run(() -> longWay(leaf(0.5)));
  }

  @Test
  void a_scope_that_is_running_cannot_be_entered_again() {
    scope.run(() ->
        assertThatThrownBy(() -> scope.run(() -> {}))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("scope 'step' is already running"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void threads_with_scopes_of_their_own_do_not_touch_each_other(int threads) throws Exception {
    Tensor shared = leaf(0.5).detach();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<double[]>> results = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        Scope own = new Scope("thread " + t);
        results.add(
            executor.submit(() -> {
              start.await();
              double[] last = null;
              for (int i = 0; i < 50; i++) {
                last = own.call(() -> longWay(shared)).toDoubles();
              }
              return last;
            }));
      }
      start.countDown();
      for (Future<double[]> result : results) {
        assertThat(result.get()).isEqualTo(longWay(shared).toDoubles());
      }
    }
  }

  /// By reflection, for structured concurrency is a preview in this JDK.
  private static Object call(Object target, String method, Object... arguments) throws Exception {
    Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
    Class<?>[] parameters =
        arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Callable.class};
    return type.getMethod(method, parameters).invoke(target, arguments);
  }

  @Test
  void tasks_forked_in_a_step_get_no_memory_of_it() {
    Tensor x = leaf(0.5).detach();
    scope.run(() -> longWay(x)); // so that there is some
    List<Tensor> made = Collections.synchronizedList(new ArrayList<>());
    scope.run(() -> {
      try (var tasks = (AutoCloseable) call(null, "open")) {
        for (int i = 0; i < 20; i++) {
          Callable<Boolean> task = () -> made.add(longWay(x));
          call(tasks, "fork", task);
        }
        call(tasks, "join");
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    });
    laterSteps();
    assertThat(made)
        .hasSize(20)
        .allSatisfy(result -> assertThatTensor(result).hasValues(longWay(x).toDoubles()));
  }

  @Test
  void what_lies_ready_is_bounded_when_every_step_has_another_size() {
    for (int size = 300; size < 900; size++) {
      Tensor x = Tensor.zeros(DType.FLOAT64, Shape.of(size));
      scope.run(() -> longWay(x));
    }
    assertThat(scope.usage().free()).isLessThanOrEqualTo(4 * scope.usage().peak());
  }
}
