package org.hypergrad;

/// Where a tensor's numbers live. Today there is one place; kernels are keyed by it so that another
/// can follow.
public enum Device {
  /// Java arrays on the heap.
  CPU
}
