package org.hypergrad.nn.optim;

/// The next value of a learning rate, or of a momentum, of one group.
@FunctionalInterface
public interface Schedule {
  /// The value for an epoch. Most schedules are recursive, as PyTorch's: they change what they
  /// find, so that several can act on one optimizer.
  ///
  /// @param epoch how many steps the scheduler has made; 0 when it is created
  /// @param value the value as it is
  /// @param initial the value that the group began with
  /// @param group the number of the group
  double next(int epoch, double value, double initial, int group);
}
