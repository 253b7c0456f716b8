package org.hypergrad.demo.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hypergrad.nn.train.TrainingControl;

/// Lets a training end well when the program is told to end, as by Ctrl-C: after the step that is
/// under way, with a checkpoint of it.
final class StopAtExit implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean underWay;

  StopAtExit(TrainingControl control) {
    hook = new Thread(() -> stop(control), "stop-training");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop(TrainingControl control) {
    underWay = true;
    control.stop();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the program is ending.
  boolean isUnderWay() {
    return underWay;
  }

  /// The training is over.
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // the program is ending already: that is what the hook was for
    }
  }
}
