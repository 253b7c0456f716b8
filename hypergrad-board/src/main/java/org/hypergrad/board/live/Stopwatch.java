package org.hypergrad.board.live;

import java.util.function.LongSupplier;

/// Measures seconds, pauses left out.
final class Stopwatch {
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private long elapsed;
  private long began;
  private boolean runs;

  /// It stands, at 0.
  Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void go() {
    if (!runs) {
      began = nanoTime.getAsLong();
      runs = true;
    }
  }

  void pause() {
    elapsed = nanos();
    runs = false;
  }

  double seconds() {
    return nanos() / NANOS;
  }

  private long nanos() {
    return runs ? elapsed + nanoTime.getAsLong() - began : elapsed;
  }
}
