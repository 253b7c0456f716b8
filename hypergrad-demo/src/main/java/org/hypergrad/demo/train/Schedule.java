package org.hypergrad.demo.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hypergrad.nn.optim.CosineAnnealingLR;
import org.hypergrad.nn.optim.ExponentialLR;
import org.hypergrad.nn.optim.OneCycleLR;
import org.hypergrad.nn.optim.ReduceLROnPlateau;
import org.hypergrad.nn.optim.StepLR;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Options;

/// How the learning rate changes while a network learns.
enum Schedule {
  /// Not at all.
  NONE,
  /// A tenth after each third of the epochs.
  STEP,
  /// 0.9 times after each epoch.
  EXPONENTIAL,
  /// Down to 0 along half a cosine.
  COSINE,
  /// Up and down again, after each batch.
  ONE_CYCLE,
  /// A tenth when the loss has not fallen for a while.
  PLATEAU;

  /// The schedule that is typed so.
  ///
  /// @throws IllegalArgumentException if there is none; the message lists them
  static Schedule named(String name) {
    return Arrays.stream(values())
        .filter(schedule -> schedule.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no schedule '"
                    + name
                    + "'. There are "
                    + Arrays.stream(values())
                        .map(Schedule::toString)
                        .collect(Collectors.joining(", "))));
  }

  /// Whether the rate depends on how many epochs there will be.
  boolean needsEpochs() {
    return this == STEP || this == COSINE || this == ONE_CYCLE;
  }

  /// Gives a trainer the scheduler.
  ///
  /// @param batches how many there are in an epoch
  void schedule(Trainer trainer, Optimizer optimizer, int epochs, int batches) {
    switch (this) {
      case NONE -> {}
      case STEP -> trainer.scheduler(new StepLR(optimizer, Math.ceilDiv(epochs, 3)));
      case EXPONENTIAL -> trainer.scheduler(new ExponentialLR(optimizer, 0.9));
      case COSINE -> trainer.scheduler(new CosineAnnealingLR(optimizer, epochs));
      case ONE_CYCLE -> {
        double highest = optimizer.groups().getFirst().get(Options.LR);
        trainer.stepScheduler(new OneCycleLR(optimizer, highest, epochs * batches));
      }
      case PLATEAU -> trainer.scheduler(new ReduceLROnPlateau(optimizer));
    }
  }

  /// As it is typed: `one_cycle`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
