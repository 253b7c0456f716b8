package org.hypergrad.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Passes that run inside a rule or hook of another pass. Each takes some of the thread's stack, so
/// that after every few of them the next one runs on a thread of its own, for which the one above
/// waits (PyTorch: `MAX_DEPTH`, `torch/csrc/autograd/engine.h`).
final class Nesting {
  private static final ScopedValue<Integer> DEPTH = ScopedValue.newInstance();

  private static final int PASSES_PER_STACK = 50;

  private Nesting() {}

  /// Runs a pass, one level deeper than the one it was started from.
  static void run(Runnable pass) {
    int depth = DEPTH.isBound() ? DEPTH.get() + 1 : 1;
    Runnable nested = () -> ScopedValue.where(DEPTH, depth).run(pass);
    if (depth % PASSES_PER_STACK == 0) {
      onAnotherStack(nested);
    } else {
      nested.run();
    }
  }

  private static void onAnotherStack(Runnable pass) {
    FutureTask<Void> task = new FutureTask<>(pass, null);
    Thread.ofPlatform().daemon().name("backward").start(task);
    boolean interrupted = false;
    while (!task.isDone()) {
      try {
        task.get();
      } catch (InterruptedException _) {
        interrupted = true;
      } catch (ExecutionException _) {
        break; // thrown below
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (task.state() == Future.State.FAILED) {
      switch (task.exceptionNow()) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new AssertionError("a Runnable throws no checked exception", e);
      }
    }
  }
}
