package org.hypergrad.nn.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pausing and stopping from another thread.
@Timeout(60)
class TrainingControlTest {
  private final TrainingControl control = new TrainingControl();

  /// Calls `proceed` in another thread, and waits until it waits.
  private CompletableFuture<Boolean> proceedInAnotherThread() throws InterruptedException {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().start(() -> result.complete(control.proceed()));
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
    return result;
  }

  @Test
  void untouched_it_lets_the_training_go_on() {
    assertThat(control.proceed()).isTrue();
  }

  @Test
  void a_paused_training_waits_until_it_is_resumed() throws Exception {
    control.pause();
    CompletableFuture<Boolean> goesOn = proceedInAnotherThread();
    assertThat(goesOn).isNotDone();
    assertThat(control.isPaused()).isTrue();
    control.resume();
    assertThat(goesOn.get()).isTrue();
  }

  @Test
  void a_paused_training_can_be_stopped() throws Exception {
    control.pause();
    CompletableFuture<Boolean> goesOn = proceedInAnotherThread();
    control.stop();
    assertThat(goesOn.get()).isFalse();
    assertThat(control.isStopped()).isTrue();
    assertThat(control.isPaused()).isFalse();
  }

  @Test
  void an_interrupt_stops_and_is_not_forgotten() throws Exception {
    control.pause();
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              started.countDown();
              boolean goesOn = control.proceed();
              interrupted.complete(!goesOn && Thread.currentThread().isInterrupted());
            });
    started.await();
    thread.interrupt();
    assertThat(interrupted.get()).isTrue();
  }

  @Test
  void once_the_training_is_over_the_next_one_may_begin() {
    control.stop();
    assertThat(control.proceed()).isFalse();
    control.reset();
    assertThat(control.proceed()).isTrue();
  }
}
