package org.hypergrad.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The table: which workloads are wanted, and a line for each as soon as it is measured.
final class Report {
  private final String filter;
  private final List<Ratio> ratios = new ArrayList<>();
  private String group;

  /// @param filter a part of the names of the workloads that are wanted
  Report(String filter) {
    this.filter = filter;
    System.out.printf(
        "%-66s | threads | %10s | %10s | %-15s | ratio (above 1: ours is faster)%n",
        "workload", "ours", "peer", "unit");
  }

  /// The next workloads belong to this group.
  void begin(String group) {
    this.group = group;
  }

  /// Whether a workload is to be measured.
  boolean wants(String workload) {
    return workload.contains(filter);
  }

  /// Measures a workload, if it is wanted, in microseconds a run.
  void time(String workload, int threads, Supplier<Meter.Pair> measurement) {
    if (wants(workload)) {
      Meter.Pair pair = measurement.get();
      add(workload, threads, pair.ours().nanos() / 1e3, pair.peer().nanos() / 1e3, "us");
    }
  }

  /// Adds a line of what was measured as a run of many operations, in nanoseconds each.
  void timeEach(String workload, int operations, Meter.Pair pair) {
    double ours = pair.ours().nanos() / operations;
    add(workload, ours, pair.peer().nanos() / operations, "ns/operation");
  }

  /// Adds a line of what was measured on one thread.
  void add(String workload, double ours, double peer, String unit) {
    add(workload, 1, ours, peer, unit);
  }

  private void add(String workload, int threads, double ours, double peer, String unit) {
    Ratio ratio = new Ratio(group, workload, threads, ours, peer, unit, peer / ours);
    System.out.printf(
        "%-66s | %7d | %10.2f | %10.2f | %-15s | %.2f%n",
        workload, threads, ours, peer, unit, ratio.ratio());
    ratios.add(ratio);
  }

  /// All lines so far.
  List<Ratio> ratios() {
    return ratios;
  }
}
