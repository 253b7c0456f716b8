package org.hypergrad.nn.train;

/// Pauses and stops a training from any thread. What it asks for happens after the optimizer step
/// that is under way.
///
/// Interrupting the training's thread stops it too.
public final class TrainingControl {
  private boolean paused;
  private boolean stopped;

  /// Neither paused nor stopped.
  public TrainingControl() {}

  /// Lets the training wait until [#resume] or [#stop].
  public synchronized void pause() {
    paused = true;
  }

  /// Lets a paused training go on.
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /// Ends the training for good, paused or not.
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /// Whether the training waits, or will after its step.
  public synchronized boolean isPaused() {
    return paused && !stopped;
  }

  /// Whether the training ended, or will after its step, because somebody asked for it.
  public synchronized boolean isStopped() {
    return stopped;
  }

  /// For a training, between two steps: waits while it is paused. A [Trainer] calls this; so does a
  /// loop that is written by hand.
  ///
  /// @return whether to go on
  public synchronized boolean proceed() {
    while (paused && !stopped && !Thread.currentThread().isInterrupted()) {
      try {
        wait();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // whoever interrupted also wants the caller to know
      }
    }
    return goesOn();
  }

  /// For the training, between two steps: whether to go on, paused or not.
  synchronized boolean goesOn() {
    stopped |= Thread.currentThread().isInterrupted();
    return !stopped;
  }

  /// For the training, at its end: what was asked for is done.
  synchronized void reset() {
    paused = false;
    stopped = false;
  }
}
