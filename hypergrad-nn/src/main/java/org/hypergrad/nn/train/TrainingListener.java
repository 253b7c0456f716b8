package org.hypergrad.nn.train;

/// Is told how a training goes: to print, draw, or step in (Lightning: `Callback`). All methods are
/// called by the thread that trains, between its computations, and may look at everything in the
/// [Training]; what other threads need, they copy. An exception from here ends the training.
public interface TrainingListener {
  /// Before the first epoch, or before going on from a checkpoint.
  default void trainingStarted(Training training) {}

  /// Before the first batch of an epoch, or before the next one after a checkpoint.
  default void epochStarted(Training training) {}

  /// A batch went forward and backward, and perhaps an optimizer step followed: always, but for
  /// gradient accumulation.
  default void batchEnded(Training training) {}

  /// The batches of an epoch are done, and the network is about to be evaluated on the validation
  /// data.
  default void validationStarted(Training training) {}

  /// The training waits now, until it is [resumed][TrainingControl#resume] or stopped.
  default void trainingPaused(Training training) {}

  /// It has waited, and goes on.
  default void trainingResumed(Training training) {}

  /// An epoch and its validation are over; it is the last one in the history.
  default void epochEnded(Training training) {}

  /// The last call, in any case: the status says why it ended.
  default void trainingEnded(Training training) {}
}
