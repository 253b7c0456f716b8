package org.hypergrad.board.live;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.train.EpochRecord;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingControl;
import org.hypergrad.nn.train.TrainingListener;

/// A page in the browser that shows a training while it runs, and can pause and stop it: loss,
/// metrics, learning rate, how parameters and gradients are distributed (TensorBoard's scalars and
/// histograms), and for samples of two numbers the decision boundary.
///
/// ```java
/// try (LivePage page = LivePage.open(trainer.control())) {
///   System.out.println("Watch it at " + page.address());
///   trainer.listener(page).fit(loader);
/// }
/// ```
///
/// For a loop that is written by hand there is [#loop].
///
/// The training does not wait for anybody: its thread hands over what there is, at most ten times a
/// second, and threads of the page send it to as many browsers as there are. What has to be
/// computed for that takes about a hundredth of the time, a decision boundary a tenth, and changes
/// no bit of the results. A browser that comes later, or again, gets everything from the beginning;
/// of a long training curves get coarser, so that memory is bounded.
///
/// Only this machine can see the page, under the address 127.0.0.1 or the name `localhost` where it
/// leads there, and it needs nothing from anywhere else. It does not keep the program alive. What a
/// browser has got stays there when the program is gone.
public final class LivePage implements TrainingListener, AutoCloseable {
  /// The port that [#open(TrainingControl)] takes if it is free.
  public static final int USUAL_PORT = 8470;

  private final Run run = new Run();
  private final LongSupplier nanoTime = System::nanoTime;
  private final Recorder recorder = new Recorder(run, nanoTime);
  private final TrainingControl control;
  private final LiveServer server;
  private Stopwatch total = new Stopwatch(nanoTime);
  private Stopwatch ofEpoch = new Stopwatch(nanoTime);
  private double doneBefore;
  private long samplesBefore;
  private long lastStep;
  private boolean isOpen = true;

  private LivePage(TrainingControl control, int port) throws IOException {
    this.control = control;
    this.server = new LiveServer(port, run, control);
  }

  /// Opens a page on the [usual port][#USUAL_PORT], or any other if that is taken.
  ///
  /// @param control what the page's buttons pause and stop
  /// @throws IOException if there is no port
  public static LivePage open(TrainingControl control) throws IOException {
    try {
      return open(control, USUAL_PORT);
    } catch (BindException _) {
      return open(control, 0);
    }
  }

  /// Opens a page on a port.
  ///
  /// @param control what the page's buttons pause and stop
  /// @param port from 1 to 65535; or 0 for any that is free
  /// @throws BindException if it is taken
  /// @throws IOException if it cannot be opened
  /// @throws IllegalArgumentException if there is no port of that number
  public static LivePage open(TrainingControl control, int port) throws IOException {
    return new LivePage(control, port);
  }

  /// Where the page is: `http://127.0.0.1:8470/`.
  public URI address() {
    return server.address();
  }

  /// What is trained: the heading of the page.
  public LivePage titled(String title) {
    run.title(title);
    return this;
  }

  /// Shows how the network divides the plane, too: again and again while it learns.
  ///
  /// @param data samples of two numbers, \[n, 2\]; their targets are class numbers
  /// @param probabilities gives for points \[m, 2\] how likely each class is, \[m, classes\], or of
  ///   two classes that of class 1, \[m, 1\]. It is asked in the training's thread, with the
  ///   network in evaluation mode and without gradients.
  /// @throws IllegalArgumentException if there are no samples, or not of two numbers
  public LivePage decisionBoundary(Dataset data, UnaryOperator<Tensor> probabilities) {
    recorder.plane(new DecisionPlane(data, probabilities));
    return this;
  }

  /// For a loop that is written by hand: what it is to tell at every step.
  ///
  /// @param model what it trains
  /// @param steps how many there are to be
  public LiveLoop loop(Block model, int steps) {
    return new LiveLoop(recorder, control, model, steps, nanoTime);
  }

  /// Waits a moment until those who look have got the last of it, three seconds at most; then
  /// nobody is served any more.
  @Override
  public void close() {
    if (isOpen) {
      isOpen = false;
      run.close();
      server.close();
    }
  }

  // ---- a training

  @Override
  public void trainingStarted(Training training) {
    total = new Stopwatch(nanoTime);
    ofEpoch = new Stopwatch(nanoTime);
    doneBefore = done(training);
    lastStep = training.step();
    recorder.begin(training.model(), training.step());
    showPast(training);
    total.go();
  }

  /// The epochs before the checkpoint that it goes on from.
  private void showPast(Training training) {
    for (EpochRecord past : training.history().epochs()) {
      long step = Math.round(training.step() * past.epoch() / doneBefore);
      past.values()
          .forEach((name, value) -> {
            if (name.equals("lr")) {
              recorder.learningRate(step, value);
            } else {
              recorder.ofEpoch(name, step, value);
            }
          });
    }
  }

  @Override
  public void epochStarted(Training training) {
    ofEpoch = new Stopwatch(nanoTime);
    ofEpoch.go();
    samplesBefore = training.samples();
    recorder.phase(Phase.TRAINING, training.epoch());
  }

  @Override
  public void batchEnded(Training training) {
    if (training.step() > lastStep) { // not between, where gradients are accumulated
      lastStep = training.step();
      recorder.ofStep("loss", lastStep, training.batchLoss());
      recorder.learningRate(lastStep, training.learningRate());
      recorder.afterStep(lastStep, () -> standing(training));
    }
  }

  @Override
  public void validationStarted(Training training) {
    ofEpoch.pause();
    recorder.standing(() -> standing(training));
    recorder.phase(Phase.VALIDATING, training.epoch());
  }

  @Override
  public void trainingPaused(Training training) {
    total.pause();
    ofEpoch.pause();
    recorder.standing(() -> standing(training));
    recorder.phase(Phase.PAUSED, training.epoch());
  }

  @Override
  public void trainingResumed(Training training) {
    total.go();
    ofEpoch.go();
    recorder.phase(Phase.TRAINING, training.epoch());
  }

  @Override
  public void epochEnded(Training training) {
    training
        .history()
        .last()
        .values()
        .forEach((name, value) -> {
          if (!name.equals("loss") && !name.equals("lr")) { // known of every step
            recorder.ofEpoch(name, training.step(), value);
          }
        });
    recorder.standing(() -> standing(training));
  }

  @Override
  public void trainingEnded(Training training) {
    total.pause();
    Phase phase = Phase.of(training.status());
    recorder.end(phase, training.epoch(), training.step(), () -> standing(training));
  }

  private Standing standing(Training training) {
    Map<String, Double> values = new LinkedHashMap<>(training.values());
    if (training.history().size() > 0) {
      values.putAll(training.history().last().values());
      values.putAll(training.values()); // these are newer
    }
    values.put("lr", training.learningRate());
    double done = done(training);
    double elapsed = total.seconds();
    return new Standing(
        training.epoch(),
        training.epochs(),
        training.batch(),
        training.batches(),
        training.step(),
        (training.samples() - samplesBefore) / ofEpoch.seconds(),
        "samples/s",
        elapsed,
        training.stepsBefore() > 0,
        elapsed * (training.epochs() - done) / (done - doneBefore),
        values);
  }

  /// How many epochs are done, of the current one a part.
  private static double done(Training training) {
    return Math.max(0, training.epoch() - 1) + (double) training.batch() / training.batches();
  }
}
