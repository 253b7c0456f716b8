package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong in a chunk, in its caller or in the system.
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // what waits for ever fails
class WorkersFailureTest {
  private final Workers workers = new Workers(Duration.ofMillis(20));

  private long sum(Workers by, int threads) {
    AtomicInteger sum = new AtomicInteger();
    by.parallelFor(threads, 100, 1, (i, _) -> sum.addAndGet(i));
    return sum.get();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void what_a_chunk_throws_reaches_the_caller_and_the_rest_is_abandoned(int threads) {
    for (Throwable failure :
        List.of(
            new IllegalStateException("chunk 3"),
            new StackOverflowError(),
            new OutOfMemoryError("Java heap space"))) {
      StackTraceElement[] trace = failure.getStackTrace();
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
      assertThat(thrown.getStackTrace()).isEqualTo(trace);
      assertThat(begun.get()).isLessThan(5000);
      assertThat(sum(workers, threads)).isEqualTo(4950);
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

  /// The other's chunk ends only after the failure, so that whoever does not wait for it is seen.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobody_writes_any_more_once_the_caller_has_its_exception(boolean callerFails) {
    Thread caller = Thread.currentThread();
    for (int round = 0; round < 20; round++) {
      CountDownLatch met = new CountDownLatch(2);
      AtomicBoolean written = new AtomicBoolean();
      Throwable thrown =
          catchThrowable(() ->
              workers.parallelFor(
                  2,
                  2,
                  1,
                  (_, _) -> {
                    met.countDown();
                    WorkersTest.await(met);
                    if (callerFails == (Thread.currentThread() == caller)) {
                      throw new IllegalStateException("one of two");
                    }
                    sleepAMillisecond();
                    written.set(true);
                  }));
      assertThat(thrown).hasMessage("one of two");
      assertThat(written).isTrue();
    }
  }

  /// Calls itself until the stack is full, and runs a loop at every depth on its way back: the
  /// nearer the end, the less of it the caller manages.
  private int atTheEndOfTheStack(AtomicInteger writing, Set<Throwable> others) {
    int above;
    try {
      above = atTheEndOfTheStack(writing, others);
    } catch (StackOverflowError _) {
      return 0;
    }
    if (above < 300) {
      loop(writing, others);
    }
    return above + 1;
  }

  private void loop(AtomicInteger writing, Set<Throwable> others) {
    try {
      workers.parallelFor(
          3,
          20,
          1,
          (_, _) -> {
            writing.incrementAndGet();
            Thread.onSpinWait();
            writing.decrementAndGet();
          });
    } catch (StackOverflowError _) {
      // what this is about
    } catch (Throwable other) {
      others.add(other);
    }
    if (writing.get() != 0) {
      others.add(new AssertionError("somebody writes"));
    }
  }

  @Test
  void a_caller_at_the_end_of_its_stack_gets_its_exception_when_nobody_writes_any_more()
      throws InterruptedException {
    Set<Throwable> others = ConcurrentHashMap.newKeySet();
    // loads all classes: Mockito's agent looks at each, and fails aloud at the end of a stack
    loop(new AtomicInteger(), others);
    assertThat(others).isEmpty();
    for (int round = 0; round < 20; round++) {
      AtomicInteger writing = new AtomicInteger();
      Thread caller =
          new Thread(null, () -> atTheEndOfTheStack(writing, others), "deep", 256 * 1024);
      caller.start();
      caller.join();
    }
    assertThat(others).isEmpty();
    assertThat(sum(workers, 3)).isEqualTo(4950);
  }

  @Test
  void an_interrupted_caller_gets_its_result_and_remains_interrupted() {
    Thread.currentThread().interrupt();
    assertThat(sum(workers, 4)).isEqualTo(4950);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_caller_that_is_interrupted_while_it_sleeps_waits_on_and_remains_interrupted() {
    Thread caller = Thread.currentThread();
    CountDownLatch met = new CountDownLatch(2);
    AtomicBoolean written = new AtomicBoolean();
    workers.parallelFor(
        2,
        2,
        1,
        (_, _) -> {
          met.countDown();
          WorkersTest.await(met);
          if (Thread.currentThread() != caller) {
            awaitSleep(caller);
            caller.interrupt();
            sleepAMillisecond();
            written.set(true);
          }
        });
    assertThat(written).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void awaitSleep(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) { // the time limit of the class ends it
      Thread.onSpinWait();
    }
  }

  /// What the system says when it has no room for a thread.
  private static Thread noThread() {
    throw new OutOfMemoryError("unable to create native thread");
  }

  @Test
  void where_no_thread_can_be_started_the_caller_does_it() {
    Workers none = new Workers(Duration.ofMillis(20), _ -> noThread());
    for (int threads = 2; threads < 9; threads++) {
      assertThat(sum(none, threads)).isEqualTo(4950);
    }
    assertThat(none.size()).isZero();
  }

  /// The second caller wants more threads while the loop of the first still looks for help.
  @Test
  void where_no_further_thread_can_be_started_those_there_are_do_it() throws InterruptedException {
    AtomicInteger started = new AtomicInteger();
    Workers one =
        new Workers(
            Duration.ofSeconds(30),
            task -> started.getAndIncrement() == 0 ? new Thread(task) : noThread());
    CountDownLatch busy = new CountDownLatch(2);
    CountDownLatch finished = new CountDownLatch(1);
    Thread first =
        new Thread(() ->
            one.parallelFor(
                2,
                3,
                1,
                (_, _) -> {
                  busy.countDown();
                  WorkersTest.await(finished);
                }));
    first.start();
    WorkersTest.await(busy);
    Thread second =
        new Thread(() -> one.parallelFor(2, 9, 1, (_, _) -> WorkersTest.await(finished)));
    second.start();
    awaitQueued(second);
    assertThat(sum(one, 4)).isEqualTo(4950);
    finished.countDown();
    first.join();
    second.join();
  }

  private static void awaitQueued(Thread second) {
    while (second.getState() != Thread.State.TIMED_WAITING) { // in its first chunk
      Thread.onSpinWait();
    }
  }

  @Test
  void where_opening_a_loop_fails_nobody_writes_any_more() {
    CountDownLatch helping = new CountDownLatch(1);
    AtomicBoolean written = new AtomicBoolean();
    AtomicInteger started = new AtomicInteger();
    Workers one =
        new Workers(
            Duration.ofMillis(20),
            task -> {
              if (started.getAndIncrement() == 0) {
                return new Thread(task);
              }
              WorkersTest.await(helping);
              throw new IllegalStateException("no further thread");
            });
    Throwable thrown =
        catchThrowable(() ->
            one.parallelFor(
                3,
                3,
                1,
                (chunk, _) -> {
                  helping.countDown();
                  sleepAMillisecond();
                  written.set(chunk == 2);
                }));
    assertThat(thrown).hasMessage("no further thread");
    assertThat(written).isTrue();
  }
}
