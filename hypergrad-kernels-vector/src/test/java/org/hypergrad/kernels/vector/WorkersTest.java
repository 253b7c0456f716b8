package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who computes the chunks of a loop.
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // what waits for ever fails
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

  static void await(CountDownLatch latch) {
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void the_last_chunk_of_the_longest_loop_ends_with_it(int threads) {
    Set<List<Integer>> chunks = ConcurrentHashMap.newKeySet();
    int n = Integer.MAX_VALUE;
    int grain = 1 << 30;
    workers.parallelFor(threads, n, grain, (from, to) -> chunks.add(List.of(from, to)));
    assertThat(chunks).containsExactlyInAnyOrder(List.of(0, grain), List.of(grain, n));
  }

  /// Chunk 0 takes until all others are done, whoever has it.
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void whoever_is_free_takes_the_next_chunk(int threads) {
    CountDownLatch others = new CountDownLatch(99);
    workers.parallelFor(
        threads,
        100,
        1,
        (chunk, _) -> {
          if (chunk == 0) {
            await(others);
          } else {
            others.countDown();
          }
        });
    assertThat(others.getCount()).isZero();
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
    ClassLoader callers = new ClassLoader() {};
    InheritableThreadLocal<String> session = new InheritableThreadLocal<>();
    record Seen(Thread thread, ClassLoader classLoader, String session) {}
    Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    Thread caller =
        new Thread(() -> {
          session.set("of the caller");
          meet(() -> {
            Thread thread = Thread.currentThread();
            seen.add(new Seen(thread, thread.getContextClassLoader(), session.get()));
          });
        });
    caller.setContextClassLoader(callers);
    caller.setPriority(Thread.MIN_PRIORITY);
    caller.start();
    caller.join();
    assertThat(seen).hasSize(2).contains(new Seen(caller, callers, "of the caller"));
    seen.removeIf(by -> by.thread == caller);
    Seen worker = seen.element();
    assertThat(worker.thread.isDaemon()).isTrue();
    assertThat(worker.thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    assertThat(worker.thread.getName()).startsWith("hypergrad-");
    assertThat(worker.classLoader).isSameAs(ClassLoader.getSystemClassLoader());
    assertThat(worker.session).isNull();
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

  /// An array that a loop used, whose helper never came.
  private WeakReference<Object> usedWhileBusy() {
    int[] array = new int[100];
    workers.parallelFor(2, 100, 1, (i, _) -> array[i]++);
    return new WeakReference<>(array);
  }

  @Test
  void a_loop_that_has_ended_waits_for_nobody_in_the_queue() throws Exception {
    CountDownLatch finished = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(2);
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
    WeakReference<Object> array = usedWhileBusy();
    while (array.get() != null) { // the time limit of the class ends it
      System.gc();
      Thread.sleep(1);
    }
    finished.countDown();
    other.join();
  }
}
