package org.hypergrad.board.live;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How often something is done that costs time: no more often than every so long, and taking no
/// more than a share of all time, by what it cost when it was fastest: the first times it is slow,
/// as everything is in a young virtual machine.
final class Pace {
  private final long interval;
  private final double share;
  private final LongSupplier nanoTime;
  private long last;
  private long least = Long.MAX_VALUE;
  private long rest;

  /// @param share of all time, between 0 and 1
  /// @param nanoTime a clock, as [System#nanoTime]
  Pace(Duration interval, double share, LongSupplier nanoTime) {
    this.interval = interval.toNanos();
    this.share = share;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /// Does it, if it is time again.
  void ifDue(Runnable task) {
    if (nanoTime.getAsLong() - last >= rest) {
      now(task);
    }
  }

  /// Does it in any case.
  void now(Runnable task) {
    long began = nanoTime.getAsLong();
    task.run();
    last = nanoTime.getAsLong();
    least = Math.min(least, last - began);
    rest = Math.max(interval, (long) (least * (1 / share - 1)));
  }
}
