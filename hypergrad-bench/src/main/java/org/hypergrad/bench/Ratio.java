package org.hypergrad.bench;

/// One line of the result: what was measured, ours and a peer's, in the same run.
///
/// @param group the group of workloads
/// @param workload what was done
/// @param threads how many threads computed
/// @param ours our median
/// @param peer the peer's median
/// @param unit of both; less is better
/// @param ratio peer / ours: above 1, ours is better
public record Ratio(
    String group,
    String workload,
    int threads,
    double ours,
    double peer,
    String unit,
    double ratio) {
  static Ratio of(String group, String workload, double ours, double peer, String unit) {
    return new Ratio(group, workload, 1, ours, peer, unit, peer / ours);
  }

  /// Of what was timed on a number of threads.
  static Ratio ofMicroseconds(String group, String workload, int threads, Meter.Pair pair) {
    double ours = pair.ours().nanos() / 1e3;
    double peer = pair.peer().nanos() / 1e3;
    return new Ratio(group, workload, threads, ours, peer, "us", peer / ours);
  }
}
