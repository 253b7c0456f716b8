package org.hypergrad.nn.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hypergrad.GradMode;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;

/// The loop of a [Trainer]: epochs, in them steps, in those batches.
final class TrainingLoop {
  private static final Logger LOG = System.getLogger(TrainingLoop.class.getName());

  private final Trainer trainer;
  private final Training training;
  private final Scope scope;

  TrainingLoop(Trainer trainer, Training training) {
    this.trainer = trainer;
    this.training = training;
    this.scope = training.scope();
  }

  Training run() {
    resume();
    Modes modes = Modes.of(trainer.model);
    if (!trainer.model.isTraining()) {
      trainer.model.train();
    }
    TrainingStatus ending = TrainingStatus.FAILED;
    try {
      tell(listener -> listener.trainingStarted(training));
      ending = runEpochs();
    } finally {
      modes.restore();
      trainer.control.reset();
      training.ended(ending);
      LOG.log(Level.DEBUG, "Memory of the steps, in bytes: {0}", training.memory());
      tell(listener -> listener.trainingEnded(training));
    }
    return training;
  }

  private TrainingStatus runEpochs() {
    while (true) {
      if (isWithoutGain()) {
        restoreBest();
        return TrainingStatus.STOPPED_EARLY;
      }
      if (training.history().size() >= trainer.epochs) {
        restoreBest();
        return TrainingStatus.COMPLETED;
      }
      if (!proceed()) {
        save();
        return TrainingStatus.STOPPED;
      }
      runEpoch();
    }
  }

  private boolean isWithoutGain() {
    return trainer.earlyStopping != null
        && Best.of(training.history(), trainer.monitor(), trainer.minDelta()).since()
            >= trainer.earlyStopping.patience();
  }

  /// One epoch, or the rest of one after a checkpoint within, or the beginning of one that is
  /// stopped.
  private void runEpoch() {
    Iterator<Batch> batches = training.loader().iterator();
    if (training.epoch() == training.history().size()) {
      training.epochBegins();
    }
    tell(listener -> listener.epochStarted(training));
    while (batches.hasNext()) {
      step(batches);
      if (batches.hasNext()) {
        saveAfterStep();
        if (!proceed()) {
          return;
        }
      }
    }
    endEpoch();
  }

  /// Waits while the training is paused, and says so. A pause that comes after the question counts
  /// for the next step.
  ///
  /// @return whether to go on
  private boolean proceed() {
    if (!trainer.control.isPaused()) {
      return trainer.control.goesOn();
    }
    tell(listener -> listener.trainingPaused(training));
    boolean goesOn = trainer.control.proceed();
    if (goesOn) {
      tell(listener -> listener.trainingResumed(training));
    }
    return goesOn;
  }

  /// Forward and backward for each batch of a step, then the step of the optimizer. Each batch has
  /// the weight of its samples, so that the gradient is the one of all in a single batch.
  private void step(Iterator<Batch> batches) {
    DataLoader loader = training.loader();
    long most = (long) trainer.accumulation * loader.batchSize();
    int samples = (int) Math.min(most, loader.remaining());
    scope.run(trainer.optimizer::zeroGrad);
    for (int rest = samples; rest > 0; rest -= loader.batchSize()) {
      double weight = (double) Math.min(loader.batchSize(), rest) / samples;
      scope.run(() -> forwardAndBackward(batches.next(), weight));
      if (rest <= loader.batchSize()) {
        scope.run(this::update);
      }
      tell(listener -> listener.batchEnded(training));
    }
  }

  private void forwardAndBackward(Batch batch, double weight) {
    Tensor output = trainer.model.apply(batch.inputs());
    Tensor loss = trainer.loss.apply(output, batch.targets());
    if (!Double.isFinite(loss.item())) {
      throw new ArithmeticException(diverged(loss.item()));
    }
    loss.backward(Tensor.scalar(loss.dtype(), weight));
    GradMode.off(() -> training.batchEnded(loss.item(), output.detach(), batch));
  }

  private String diverged(double loss) {
    return "The loss became "
        + loss
        + " in epoch "
        + training.epoch()
        + ", batch "
        + (training.batch() + 1)
        + ", at a learning rate of "
        + training.learningRate()
        + ". Try a smaller learning rate or clipGradNorm(1.0), and look for NaN and infinite"
        + " numbers in the data. The parameters are those of the step before.";
  }

  private void update() {
    trainer.clipping.accept(training.parameters());
    trainer.optimizer.step();
    training.stepEnded();
    if (trainer.schedulesSteps) {
      trainer.scheduler.step();
    }
  }

  private void endEpoch() {
    Map<String, Double> values = new LinkedHashMap<>(training.values());
    if (trainer.validation != null) {
      tell(listener -> listener.validationStarted(training));
      trainer
          .evaluate(trainer.validation)
          .values()
          .forEach((name, value) -> values.put(Trainer.VALIDATION + name, value));
    }
    values.put("lr", training.learningRate());
    training.epochEnded(new EpochRecord(training.epoch(), values));
    if (trainer.scheduler != null && !trainer.schedulesSteps) {
      trainer.scheduler.step(values.get(trainer.monitor().name()));
    }
    if (trainer.restoresBest() && training.bestEpoch() == training.epoch()) {
      training.keepAsBest(copy(trainer.model.stateDict()));
    }
    tell(listener -> listener.epochEnded(training));
    save();
  }

  private static Map<String, Tensor> copy(Map<String, Tensor> state) {
    Map<String, Tensor> copy = new LinkedHashMap<>();
    state.forEach((name, tensor) -> copy.put(name, tensor.clone()));
    return copy;
  }

  private void restoreBest() {
    if (training.bestState() != null) {
      trainer.model.loadStateDict(training.bestState());
    } else if (trainer.restoresBest()) {
      LOG.log(
          Level.WARNING,
          "The network keeps the parameters of its last epoch: those of epoch {0} are not in the"
              + " checkpoint, which was written without early stopping",
          training.bestEpoch());
    }
  }

  // ---- checkpoints

  private void resume() {
    if (trainer.checkpoints != null) {
      try {
        trainer.checkpoints.resume(new TrainingState(trainer, training));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void saveAfterStep() {
    if (trainer.checkpoints != null && trainer.checkpoints.isDue(training.step())) {
      save();
    }
  }

  private void save() {
    if (trainer.checkpoints != null) {
      try {
        trainer.checkpoints.save(new TrainingState(trainer, training));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void tell(Consumer<TrainingListener> event) {
    trainer.listeners.forEach(event);
  }
}
