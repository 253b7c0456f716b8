package org.hypergrad.nn.train;

/// The best epoch of a history.
///
/// @param epoch its number; 0 if there is none
/// @param value what it came to
/// @param since how many epochs followed that were no better
record Best(int epoch, double value, int since) {
  static Best of(History history, Monitor monitor, double minDelta) {
    Best best = new Best(0, Double.NaN, 0);
    for (EpochRecord record : history.epochs()) {
      double value = record.value(monitor.name());
      best =
          best.epoch == 0 || monitor.isBetter(value, best.value, minDelta)
              ? new Best(record.epoch(), value, 0)
              : new Best(best.epoch, best.value, best.since + 1);
    }
    return best;
  }
}
