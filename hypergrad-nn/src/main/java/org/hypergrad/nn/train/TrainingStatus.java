package org.hypergrad.nn.train;

/// Where a training is in its life.
public enum TrainingStatus {
  /// Steps are made, or a pause is waited for to end.
  RUNNING,
  /// All epochs were done.
  COMPLETED,
  /// It got no better: see [EarlyStopping].
  STOPPED_EARLY,
  /// Somebody stopped it: see [TrainingControl].
  STOPPED,
  /// An exception ended it.
  FAILED
}
