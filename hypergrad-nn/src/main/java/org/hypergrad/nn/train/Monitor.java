package org.hypergrad.nn.train;

/// Which number of the history says how good the network is, and in which direction (Keras:
/// `monitor` and `mode`).
///
/// @param name a column of the history, as `val_loss`
/// @param highest whether more is better
public record Monitor(String name, boolean highest) {
  /// Less is better, as for a loss.
  public static Monitor lowest(String name) {
    return new Monitor(name, false);
  }

  /// More is better, as for an accuracy.
  public static Monitor highest(String name) {
    return new Monitor(name, true);
  }

  /// Whether `value` is better than `best` by more than `minDelta`. Everything is better than NaN,
  /// NaN better than nothing.
  public boolean isBetter(double value, double best, double minDelta) {
    double gain = highest ? value - best : best - value;
    return gain > minDelta || Double.isNaN(best) && !Double.isNaN(value);
  }
}
