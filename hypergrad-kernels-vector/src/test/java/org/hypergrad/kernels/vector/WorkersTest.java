package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60) // what waits for ever fails
class WorkersTest {
  private final Workers workers = new Workers(Duration.ofMillis(20));

  /// Runs a loop of two chunks, the caller's and a worker's, which meet.
  private void meet(Runnable whenMet) {
    CountDownLatch met = new CountDownLatch(2);
    workers.parallelFor(
        2,
        2,
        1,
        (_, _) -> {
          met.countDown();
          await(met);
          whenMet.run();
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void every_number_is_handled_once(int threads) {
    for (int n : new int[] {0, 1, 2, 9, 100, 1000}) {
      for (int grain : new int[] {1, 3, 100, 1 << 30}) {
        AtomicIntegerArray handled = new AtomicIntegerArray(n);
        workers.parallelFor(
            threads,
            n,
            grain,
            (from, to) -> {
              assertThat(to - from).isBetween(1, grain);
              for (int i = from; i < to; i++) {
                handled.incrementAndGet(i);
              }
            });
        for (int i = 0; i < n; i++) {
          assertThat(handled.get(i)).as("%d of %d in chunks of %d", i, n, grain).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void no_thread_starts_before_there_are_two_chunks() {
    workers.parallelFor(8, 100, 100, (_, _) -> {});
    workers.parallelFor(1, 100, 1, (_, _) -> {});
    assertThat(workers.size()).isZero();
    meet(() -> assertThat(workers.size()).isEqualTo(1));
  }

  @Test
  void there_are_never_more_threads_than_wanted() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 200; i++) {
      workers.parallelFor(3, 100, 1, (_, _) -> threads.add(Thread.currentThread()));
    }
    assertThat(workers.size()).isLessThanOrEqualTo(2);
    threads.remove(Thread.currentThread()); // which may have come too late for any chunk
    assertThat(threads).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void a_worker_is_a_daemon_and_inherits_nothing_from_who_called_first() throws Exception {
    List<Thread> seen = new ArrayList<>();
    ClassLoader callers = new ClassLoader() {};
    Thread caller =
        new Thread(() ->
            meet(() -> {
              synchronized (seen) {
                seen.add(Thread.currentThread());
              }
            }));
    caller.setContextClassLoader(callers);
    caller.start();
    caller.join();
    assertThat(seen).hasSize(2).contains(caller);
    seen.remove(caller);
    assertThat(seen.getFirst().isDaemon()).isTrue();
    assertThat(seen.getFirst().getName()).startsWith("hypergrad-");
    assertThat(seen.getFirst().getContextClassLoader()).isNotSameAs(callers);
  }

  @Test
  void a_worker_ends_when_idle_and_another_follows_when_needed() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      meet(() -> {});
      while (workers.size() > 0) { // the time limit of the class ends it
        Thread.sleep(5);
      }
    }
  }

  @Test
  void the_caller_finishes_alone_where_the_workers_are_busy() throws Exception {
    CountDownLatch busy = new CountDownLatch(2);
    CountDownLatch finished = new CountDownLatch(1);
    Thread other =
        new Thread(() ->
            workers.parallelFor(
                2,
                2,
                1,
                (_, _) -> {
                  busy.countDown();
                  await(finished);
                }));
    other.start();
    await(busy);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    workers.parallelFor(2, 100, 1, (_, _) -> threads.add(Thread.currentThread()));
    finished.countDown();
    other.join();
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  private long sumOfSquares(int threads) {
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
  void loops_inside_of_loops_work(int threads) {
    for (int i = 0; i < 50; i++) {
      assertThat(sumOfSquares(threads)).isEqualTo(435L * 435);
    }
  }

  @Test
  void parallel_streams_may_call() {
    assertThat(IntStream.range(0, 200).parallel().mapToLong(_ -> sumOfSquares(4)))
        .containsOnly(435L * 435);
  }

  @Test
  void virtual_threads_may_call() throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> sums =
          IntStream.range(0, 500).mapToObj(_ -> threads.submit(() -> sumOfSquares(4))).toList();
      for (Future<Long> sum : sums) {
        assertThat(sum.get()).isEqualTo(435L * 435);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void what_a_chunk_throws_reaches_the_caller_and_the_rest_is_abandoned(int threads) {
    for (Throwable failure :
        List.of(new IllegalStateException("chunk 3"), new StackOverflowError())) {
      AtomicInteger begun = new AtomicInteger();
      Throwable thrown =
          catchThrowable(() ->
              workers.parallelFor(
                  threads,
                  10_000,
                  1,
                  (i, _) -> {
                    begun.incrementAndGet();
                    if (i == 3) {
                      sneak(failure);
                    }
                    sleepAMillisecond();
                  }));
      assertThat(thrown).isSameAs(failure);
      assertThat(begun.get()).isLessThan(10_000);
      assertThat(sumOfSquares(threads)).isEqualTo(435L * 435);
    }
  }

  private static void sneak(Throwable failure) {
    switch (failure) {
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new AssertionError(failure);
    }
  }

  private static void sleepAMillisecond() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobody_writes_any_more_once_the_caller_has_its_exception() {
    for (int round = 0; round < 100; round++) {
      AtomicInteger running = new AtomicInteger();
      catchThrowable(() ->
          workers.parallelFor(
              4,
              50,
              1,
              (i, _) -> {
                running.incrementAndGet();
                Thread.onSpinWait();
                running.decrementAndGet();
                if (i == 5) {
                  throw new IllegalStateException();
                }
              }));
      assertThat(running).hasValue(0);
    }
  }

  @Test
  void an_interrupted_caller_gets_its_result_and_remains_interrupted() {
    Thread.currentThread().interrupt();
    assertThat(sumOfSquares(4)).isEqualTo(435L * 435);
    assertThat(Thread.interrupted()).isTrue();
  }
}
