package org.hypergrad.board.live;

import java.util.Locale;
import org.hypergrad.nn.train.TrainingStatus;

/// What a training is busy with.
enum Phase {
  WAITING,
  STARTING,
  TRAINING,
  VALIDATING,
  PAUSED,
  STOPPED,
  FINISHED,
  STOPPED_EARLY,
  FAILED,
  /// Nobody said how, but the program watches it no longer.
  CLOSED;

  static Phase of(TrainingStatus status) {
    return switch (status) {
      case RUNNING -> TRAINING;
      case COMPLETED -> FINISHED;
      case STOPPED_EARLY -> STOPPED_EARLY;
      case STOPPED -> STOPPED;
      case FAILED -> FAILED;
    };
  }

  /// Whether nothing follows it.
  boolean isLast() {
    return compareTo(STOPPED) >= 0;
  }

  /// As the page calls it.
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
