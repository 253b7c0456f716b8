package org.hypergrad.kernels.vector;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
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
/// A worker is started when there is something to do for it, ends when there was nothing for some
/// seconds, and never keeps the process alive.
final class Workers {
  /// Those that all kernels share.
  private static final Workers SHARED = new Workers(Duration.ofSeconds(5));

  private final ThreadPoolExecutor threads;

  /// Workers that end after `idle` without work.
  ///
  /// Its queue holds nothing: a loop is handed to a worker that waits or that may be started, or
  /// else to nobody.
  Workers(Duration idle) {
    threads =
        new ThreadPoolExecutor(
            0,
            1,
            idle.toMillis(),
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform()
                .name("hypergrad-", 1)
                .daemon()
                .priority(Thread.NORM_PRIORITY)
                .inheritInheritableThreadLocals(false)
                .factory(),
            new ThreadPoolExecutor.DiscardPolicy());
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
      for (int from = 0; from < n; from += grain) {
        body.run(from, Math.min(from + grain, n));
      }
      return;
    }
    Loop loop = new Loop(n, grain, body);
    callFor(helpers, count - 1, loop);
    loop.run();
    loop.await();
  }

  private void callFor(int helpers, int most, Loop loop) {
    if (threads.getMaximumPoolSize() != most) {
      threads.setMaximumPoolSize(most);
    }
    try {
      for (int i = 0; i < helpers; i++) {
        threads.execute(loop);
      }
    } catch (OutOfMemoryError _) {
      // the system has no thread left for us: those there are do it
    }
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
    private final Semaphore done = new Semaphore(0);

    Loop(int n, int grain, Body body) {
      this.n = n;
      this.grain = grain;
      this.chunks = Math.ceilDiv(n, grain);
      this.body = body;
    }

    /// Takes chunks until none is left.
    @Override
    public void run() {
      for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            int from = chunk * grain;
            body.run(from, Math.min(from + grain, n));
          }
        } catch (Throwable thrown) {
          failure.compareAndSet(null, thrown);
        } finally {
          done.release();
        }
      }
    }

    /// Waits for the chunks that others have taken.
    void await() {
      done.acquireUninterruptibly(chunks);
      switch (failure.get()) {
        case null -> {}
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        case Throwable other -> throw new AssertionError(other); // a body throws no other
      }
    }
  }
}
