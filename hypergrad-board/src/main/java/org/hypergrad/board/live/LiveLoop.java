package org.hypergrad.board.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.train.TrainingControl;

/// A training loop that is written by hand, on a [LivePage].
///
/// ```java
/// LiveLoop loop = page.loop(model, steps);
/// for (int k = 0; k < steps && loop.goesOn(); k++) {
///   ...
///   loop.step(Map.of("loss", loss.item(), "lr", learningRate));
/// }
/// loop.end();
/// ```
///
/// It belongs to the thread that trains.
public final class LiveLoop {
  private final Recorder recorder;
  private final TrainingControl control;
  private final int steps;
  private final Stopwatch watch;
  private Map<String, Double> latest = Map.of();
  private int step;

  LiveLoop(
      Recorder recorder, TrainingControl control, Block model, int steps, LongSupplier nanoTime) {
    this.recorder = recorder;
    this.control = control;
    this.steps = steps;
    this.watch = new Stopwatch(nanoTime);
    recorder.begin(model, 0);
    recorder.phase(Phase.TRAINING, 0);
    watch.go();
  }

  /// Whether to make another step, or to stop; waits while the training is paused.
  public boolean goesOn() {
    if (!control.isPaused()) {
      return !control.isStopped();
    }
    watch.pause();
    recorder.standing(this::standing);
    recorder.phase(Phase.PAUSED, 0);
    boolean goesOn = control.proceed();
    if (goesOn) {
      recorder.phase(Phase.TRAINING, 0);
      watch.go();
    }
    return goesOn;
  }

  /// A step was made: gradients are still there.
  ///
  /// @param values the numbers of this step by name, each a curve: `loss`, metrics, `lr` for the
  ///   learning rate; `val_loss` and the like go where `loss` is
  public void step(Map<String, Double> values) {
    step++;
    latest = new LinkedHashMap<>(values);
    values.forEach((name, value) -> {
      if (name.equals("lr")) {
        recorder.learningRate(step, value);
      } else {
        recorder.ofStep(name, step, value);
      }
    });
    recorder.afterStep(step, this::standing);
  }

  /// The training is over: finished, or stopped.
  public void end() {
    watch.pause();
    Phase phase = control.isStopped() ? Phase.STOPPED : Phase.FINISHED;
    recorder.end(phase, 0, step, this::standing);
  }

  private Standing standing() {
    double elapsed = watch.seconds();
    return new Standing(
        0,
        0,
        step,
        steps,
        step,
        step / elapsed,
        "steps/s",
        elapsed,
        false,
        elapsed * (steps - step) / step,
        latest);
  }
}
