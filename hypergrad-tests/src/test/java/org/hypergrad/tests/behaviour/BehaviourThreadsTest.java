package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.GradOptions;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.junit.jupiter.api.RepeatedTest;

/// Several threads at once.
class BehaviourThreadsTest {
  private static final int SIZE = 300; // large enough that passes recycle arrays

  /// Runs a task in so many threads that start together, and returns what they threw, null for
  /// nothing.
  private static List<Throwable> inThreads(int threads, Callable<?> task) throws Exception {
    CountDownLatch start = new CountDownLatch(threads);
    List<Throwable> thrown = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            executor.submit(() -> {
              start.countDown();
              start.await();
              return task.call();
            }));
      }
      for (Future<?> future : running) {
        try {
          future.get();
          thrown.add(null);
        } catch (ExecutionException e) {
          thrown.add(e.getCause());
        }
      }
    }
    return thrown;
  }

  private static Tensor ones() {
    return Tensor.ones(DType.FLOAT64, Shape.of(SIZE));
  }

  @RepeatedTest(20)
  void behaviour_58_ten_threads_lose_nothing_in_one_shared_leaf() throws Exception {
    Tensor x = ones().requiresGrad(true);
    List<Throwable> thrown =
        inThreads(
            10,
            () -> {
              x.add(3.0).mul(x.add(4.0)).mul(0.5).sum().backward();
              return null;
            });
    assertThat(thrown).containsOnlyNulls();
    assertThatTensor(x.grad()).isFilledWith(10 * 4.5);
  }

  @RepeatedTest(20)
  void behaviour_58_ten_threads_lose_nothing_in_one_shared_number() throws Exception {
    Tensor x = Tensor.scalar(1.0).requiresGrad(true);
    List<Throwable> thrown =
        inThreads(
            10,
            () -> {
              for (int i = 0; i < 100; i++) {
                x.add(3.0).mul(x.add(4.0)).mul(0.5).backward();
              }
              return null;
            });
    assertThat(thrown).containsOnlyNulls();
    assertThatTensor(x.grad()).hasValues(1000 * 4.5);
  }

  @RepeatedTest(20)
  void behaviour_58_grad_in_several_threads_is_not_disturbed() throws Exception {
    Tensor x = ones().requiresGrad(true);
    List<Throwable> thrown =
        inThreads(
            10,
            () -> {
              Tensor y = x.add(3.0).mul(x.add(4.0)).mul(0.5).sum();
              assertThatTensor(Autograd.grad(y, x).getFirst()).isFilledWith(4.5);
              return null;
            });
    assertThat(thrown).containsOnlyNulls();
    assertThat(x.grad()).isNull();
  }

  @RepeatedTest(20)
  void behaviour_59_five_threads_share_a_retained_middle() throws Exception {
    Tensor x = ones().mul(2.0).requiresGrad(true);
    Tensor middle = x.square().square();
    List<Throwable> thrown =
        inThreads(
            5,
            () -> {
              middle.mul(3.0).sum().backward(GradOptions.DEFAULT.retainGraph());
              return null;
            });
    assertThat(thrown).containsOnlyNulls();
    assertThatTensor(x.grad()).isFilledWith(5 * 3 * 4 * 8);
  }

  @RepeatedTest(50)
  void behaviour_59_of_five_threads_over_a_released_middle_one_succeeds_and_the_others_are_told()
      throws Exception {
    Tensor x = ones().mul(2.0).requiresGrad(true);
    Tensor middle = x.square().square();
    List<Throwable> thrown =
        inThreads(
            5,
            () -> {
              middle.mul(3.0).sum().backward();
              return null;
            });
    List<Throwable> failures = thrown.stream().filter(t -> t != null).toList();
    assertThat(failures).hasSizeLessThan(5);
    assertThat(failures)
        .allSatisfy(failure ->
            assertThat(failure)
                .isInstanceOf(AutogradException.class)
                .hasMessageContaining("retainGraph"));
    assertThatTensor(x.grad()).isFilledWith((5 - failures.size()) * 3 * 4 * 8.0);
  }
}
