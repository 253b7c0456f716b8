package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any thread may run a loop, as many at once as there are, and loops in loops.
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // what waits for ever fails
class WorkersCallersTest {
  private static final long EXPECTED = 435L * 435;

  private final Workers workers = new Workers(Duration.ofMillis(20));

  /// A loop of loops.
  private long sumOfProducts(int threads) {
    LongAdder sum = new LongAdder();
    workers.parallelFor(
        threads,
        30,
        1,
        (i, _) ->
            workers.parallelFor(
                threads,
                30,
                7,
                (from, to) -> {
                  for (int j = from; j < to; j++) {
                    sum.add((long) i * j);
                  }
                }));
    return sum.sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void loops_inside_of_loops(int threads) {
    for (int i = 0; i < 50; i++) {
      assertThat(sumOfProducts(threads)).isEqualTo(EXPECTED);
    }
  }

  @Test
  void parallel_streams_outside_and_inside() {
    assertThat(IntStream.range(0, 200).parallel().mapToLong(_ -> sumOfProducts(4)))
        .containsOnly(EXPECTED);
    workers.parallelFor(
        4,
        20,
        1,
        (_, _) ->
            assertThat(IntStream.range(0, 5).parallel().mapToLong(_ -> sumOfProducts(2)))
                .containsOnly(EXPECTED));
  }

  /// Splits itself until it runs one loop of loops.
  private final class Sums extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;

    private final int count;

    Sums(int count) {
      this.count = count;
    }

    @Override
    protected Long compute() {
      if (count == 1) {
        return sumOfProducts(4);
      }
      Sums half = new Sums(count / 2);
      half.fork();
      return new Sums(count - count / 2).compute() + half.join();
    }
  }

  @Test
  void tasks_of_a_fork_join_pool() {
    try (ForkJoinPool pool = new ForkJoinPool(3)) {
      assertThat(pool.invoke(new Sums(100))).isEqualTo(100 * EXPECTED);
    }
  }

  @Test
  void virtual_threads() throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> sums =
          IntStream.range(0, 500).mapToObj(_ -> threads.submit(() -> sumOfProducts(4))).toList();
      for (Future<Long> sum : sums) {
        assertThat(sum.get()).isEqualTo(EXPECTED);
      }
    }
  }

  @Test
  void callers_that_want_more_and_fewer_threads_all_the_time() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(3)) {
      Future<?> other =
          threads.submit(() -> {
            for (int count = 1; !ended.get(); count = count % 9 + 1) {
              assertThat(sumOfProducts(count)).isEqualTo(EXPECTED);
            }
          });
      for (int i = 0; i < 300; i++) {
        assertThat(sumOfProducts(9 - i % 9)).isEqualTo(EXPECTED);
      }
      ended.set(true);
      other.get();
    }
  }
}
