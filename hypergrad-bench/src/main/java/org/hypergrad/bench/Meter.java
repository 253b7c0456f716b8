package org.hypergrad.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// Measures two things in alternation, so that both see the same machine.
final class Meter {
  private static final int ROUNDS = 11;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Meter() {}

  /// The medians of a pair of workloads, in nanoseconds and bytes a run.
  ///
  /// @param ours time and allocation of the first
  /// @param peer time and allocation of the second
  record Pair(Sample ours, Sample peer) {}

  /// @param nanos nanoseconds a run
  /// @param bytes bytes allocated a run
  record Sample(double nanos, double bytes) {}

  /// Warms both up for four seconds of processor time each: by then the code is compiled for good,
  /// then measures them by turns and takes the medians.
  static Pair measure(Runnable ours, Runnable peer) {
    warmUp(ours);
    warmUp(peer);
    double[][] nanos = new double[2][ROUNDS];
    double[][] bytes = new double[2][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int side = 0; side < 2; side++) {
        Sample sample = once(side == 0 ? ours : peer);
        nanos[side][round] = sample.nanos;
        bytes[side][round] = sample.bytes;
      }
    }
    return new Pair(
        new Sample(median(nanos[0]), median(bytes[0])),
        new Sample(median(nanos[1]), median(bytes[1])));
  }

  private static void warmUp(Runnable workload) {
    long until = THREADS.getCurrentThreadCpuTime() + 4_000_000_000L;
    int runs = 0;
    while (THREADS.getCurrentThreadCpuTime() < until || runs < 5) {
      workload.run();
      runs++;
    }
  }

  /// As many runs as take about 20 ms.
  private static Sample once(Runnable workload) {
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    int runs = 0;
    do {
      workload.run();
      runs++;
    } while (System.nanoTime() - start < 20_000_000L);
    double nanos = System.nanoTime() - start;
    return new Sample(
        nanos / runs, (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / runs);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
