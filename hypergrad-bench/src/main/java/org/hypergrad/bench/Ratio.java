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
    double ratio) {}
