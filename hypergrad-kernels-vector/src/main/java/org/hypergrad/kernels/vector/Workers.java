package org.hypergrad.kernels.vector;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hypergrad.Threads;

/// Threads that help a caller with a loop (PyTorch: `at::parallel_for`,
/// `aten/src/ATen/Parallel.h`).
///
/// ```
///   chunk     0    1    2    3    4    5    6    7
///   caller   ====      ====           ====
///   worker        ====      ==== ====      ====     each takes the next one when it is free
/// ```
///
/// Chunks are handed out by a counter, and the caller takes them as the others do: where no worker
/// is free, or the machine is busy with something else, it finishes alone. So nothing can be locked
/// up, whoever calls: a worker inside a chunk, a virtual thread, a parallel stream.
///
/// Who computes a chunk must not matter. What a chunk is may depend on the operands alone, never on
/// the number of threads; then no bit of the result does.
///
/// A worker is started when there is something to do for it, sleeps when there is nothing, ends
/// when there was nothing for some seconds, and never keeps the process alive.
final class Workers {
  /// Those that all kernels share.
  private static final Workers SHARED = new Workers(Duration.ofSeconds(5));

  /// For how many nanoseconds one who waits stays awake: longer than it takes to wake a thread, and
  /// than most pauses between two loops of a training step.
  private static final long AWAKE = 200_000;

  /// How many calls deep the queue and its locks need the stack, and more.
  private static final int STACK = 100;

  private final ThreadPoolExecutor threads;

  /// Workers that end after `idle` without work.
  Workers(Duration idle) {
    this(
        idle,
        Thread.ofPlatform()
            .name("hypergrad-", 1)
            .daemon()
            .priority(Thread.NORM_PRIORITY)
            .inheritInheritableThreadLocals(false)
            .factory());
  }

  /// As [#Workers(Duration)], on threads of a factory.
  Workers(Duration idle, ThreadFactory factory) {
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE, // their number is that of core threads: the queue is never full
            idle.toMillis(),
            TimeUnit.MILLISECONDS,
            new OpenLoops(),
            factory);
    threads.allowCoreThreadTimeOut(true);
  }

  /// The loops that look for help, each as often as it wants a helper. Whoever opened one takes it
  /// back when no chunk is left.
  @SuppressWarnings("serial") // is never written
  private static final class OpenLoops extends LinkedBlockingQueue<Runnable> {
    /// A worker stays awake for a while before it sleeps.
    @Override
    public Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
      long start = System.nanoTime();
      do {
        Runnable loop = poll();
        if (loop != null) {
          return loop;
        }
        Thread.onSpinWait();
      } while (System.nanoTime() - start < AWAKE);
      return super.poll(timeout, unit);
    }
  }

  /// A loop over some of its numbers.
  @FunctionalInterface
  interface Body {
    /// Handles the numbers from `from` (inclusive) to `to` (exclusive).
    void run(int from, int to);
  }

  /// Runs a loop over the numbers from 0 to n in chunks of `grain`, in any order and on up to
  /// [Threads#count] threads, and returns when all are done. What a chunk throws is thrown here,
  /// and no further chunk begins.
  static void parallelFor(int n, int grain, Body body) {
    SHARED.parallelFor(Threads.count(), n, grain, body);
  }

  /// As [#parallelFor(int, int, Body)], on up to `count` threads.
  void parallelFor(int count, int n, int grain, Body body) {
    int chunks = Math.ceilDiv(n, grain);
    int helpers = Math.min(count, chunks) - 1;
    if (helpers < 1) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        run(chunk, n, grain, body);
      }
      return;
    }
    Loop loop = new Loop(n, grain, body, helpers);
    touchStack(STACK);
    try {
      open(loop, helpers, count - 1);
      loop.takeChunks();
    } finally { // whatever happens to the caller: nobody writes once it has returned
      close(loop, helpers);
      loop.await();
    }
    loop.rethrow();
  }

  /// Overflows the stack of a caller that is near its end here, where nothing has begun, rather
  /// than while it holds a lock of the queue, which would then be locked for ever.
  private static int touchStack(int depth) {
    return depth == 0 ? 0 : 1 + touchStack(depth - 1);
  }

  private static void run(int chunk, int n, int grain, Body body) {
    int from = chunk * grain;
    body.run(from, from + Math.min(grain, n - from));
  }

  private void open(Loop loop, int helpers, int most) {
    try {
      if (threads.getCorePoolSize() != most) {
        threads.setCorePoolSize(most); // may start threads for loops that are open
      }
      for (int i = 0; i < helpers; i++) {
        threads.execute(loop);
      }
    } catch (OutOfMemoryError _) {
      // the system has no thread left for us: those there are do it
    }
  }

  private void close(Loop loop, int helpers) {
    for (int i = 0; i < helpers && threads.remove(loop); i++) {}
  }

  /// How many workers there are at the moment.
  int size() {
    return threads.getPoolSize();
  }

  /// A loop under way.
  private static final class Loop implements Runnable {
    private final int n;
    private final int grain;
    private final int chunks;
    private final Body body;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /// One for each worker that may help, which holds it while it does.
    private final Semaphore permits;

    private final int helpers;

    Loop(int n, int grain, Body body, int helpers) {
      this.n = n;
      this.grain = grain;
      this.chunks = Math.ceilDiv(n, grain);
      this.body = body;
      this.helpers = helpers;
      this.permits = new Semaphore(helpers);
    }

    /// Helps; does nothing where nobody waits for it any more.
    @Override
    public void run() {
      if (permits.tryAcquire()) {
        try {
          takeChunks();
        } finally {
          permits.release();
        }
      }
    }

    /// Takes chunks until none is left, which is so at once when one has failed.
    void takeChunks() {
      try {
        for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
          Workers.run(chunk, n, grain, body);
        }
      } catch (Throwable thrown) {
        next.set(chunks);
        failure.compareAndSet(null, thrown);
      }
    }

    /// Waits for those who help, and lets nobody begin.
    void await() {
      long start = System.nanoTime();
      while (permits.availablePermits() < helpers && System.nanoTime() - start < AWAKE) {
        Thread.onSpinWait();
      }
      permits.acquireUninterruptibly(helpers);
    }

    void rethrow() {
      Throwable thrown = failure.get();
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown != null) {
        throw new AssertionError(thrown); // a body throws no other
      }
    }
  }
}
