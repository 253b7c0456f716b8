package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.fail;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/// Waiting for the garbage collector.
final class GarbageCollection {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private GarbageCollection() {}

  /// Returns when the referent was collected; fails if it is still there after a while.
  static void awaitOf(WeakReference<?> reference) {
    long deadline = System.nanoTime() + PATIENCE;
    while (reference.get() != null) {
      if (System.nanoTime() > deadline) {
        fail("still reachable after many collections: " + reference.get().getClass());
      }
      System.gc();
      Thread.onSpinWait();
    }
  }
}
