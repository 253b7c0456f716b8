package org.hypergrad.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;

/// Measures two things in alternation, so that both see the same machine.
final class Meter {
  private static final int ROUNDS = 11;

  /// What a round of a workload lasts at least. One that fills a gigabyte a second has the garbage
  /// collector run every few hundred milliseconds, and its rounds are long enough to pay for that.
  private static final long ROUND_NANOS = 20_000_000L;

  private static final long ROUND_WITH_COLLECTIONS_NANOS = 400_000_000L;

  /// The silence before a round. Threads of either side stay awake for a while after their work,
  /// and those of OpenMP, in which oneDNN computes, take the processor from whoever comes next.
  private static final Duration SILENCE = Duration.ofMillis(20);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Meter() {}

  /// The medians of a pair of workloads, in nanoseconds and bytes a run.
  ///
  /// @param ours time and allocation of the first
  /// @param peer time and allocation of the second
  record Pair(Sample ours, Sample peer) {}

  /// @param nanos nanoseconds a run
  /// @param bytes bytes allocated a run
  record Sample(double nanos, double bytes) {
    boolean leavesMuchGarbage() {
      return bytes > nanos; // bytes a nanosecond are gigabytes a second
    }
  }

  /// Warms both up for four seconds of processor time each: by then the code is compiled for good,
  /// then measures them by turns and takes the medians.
  static Pair measure(Runnable ours, Runnable peer) {
    warmUp(ours);
    warmUp(peer);
    long[] length = {roundLength(ours), roundLength(peer)};
    double[][] nanos = new double[2][ROUNDS];
    double[][] bytes = new double[2][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int side = 0; side < 2; side++) {
        Sample sample = sample(side == 0 ? ours : peer, length[side]);
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

  private static long roundLength(Runnable workload) {
    return sample(workload, ROUND_NANOS).leavesMuchGarbage()
        ? ROUND_WITH_COLLECTIONS_NANOS
        : ROUND_NANOS;
  }

  /// As many runs as take about `length` nanoseconds, after a silence.
  private static Sample sample(Runnable workload, long length) {
    beSilent();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    int runs = 0;
    do {
      workload.run();
      runs++;
    } while (System.nanoTime() - start < length);
    double nanos = System.nanoTime() - start;
    return new Sample(
        nanos / runs, (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / runs);
  }

  private static void beSilent() {
    try {
      Thread.sleep(SILENCE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // nobody interrupts a bench
    }
  }

  /// The middle one of an odd number of values.
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
