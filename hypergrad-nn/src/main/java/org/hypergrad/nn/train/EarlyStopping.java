package org.hypergrad.nn.train;

/// When to end a training that gets no better (Keras: `EarlyStopping`). What better means is the
/// trainer's [Monitor].
///
/// @param patience how many epochs in a row may bring nothing
/// @param minDelta how much an epoch must be better than the best before it to count
/// @param restoreBest whether the network ends with the parameters of its best epoch
public record EarlyStopping(int patience, double minDelta, boolean restoreBest) {
  /// @throws IllegalArgumentException if the patience is not positive, or the difference negative
  public EarlyStopping {
    if (patience <= 0 || !(minDelta >= 0)) {
      throw new IllegalArgumentException(
          "Early stopping needs a patience of at least 1 and a minimum difference of at least 0,"
              + " but got "
              + patience
              + " and "
              + minDelta);
    }
  }

  /// Ends after so many epochs without any gain, and goes back to the best one.
  public EarlyStopping(int patience) {
    this(patience, 0, true);
  }

  /// With another minimum difference.
  public EarlyStopping minDelta(double difference) {
    return new EarlyStopping(patience, difference, restoreBest);
  }

  /// Going back to the best epoch at the end, or not.
  public EarlyStopping restoreBest(boolean restore) {
    return new EarlyStopping(patience, minDelta, restore);
  }
}
