package org.hypergrad.viz.layout;

/// Where an edge may pass a height.
record Gate(double y, double left, double right) {
  /// What this one and another at the same height let pass.
  Gate and(Gate other) {
    return new Gate(y, Math.max(left, other.left), Math.min(right, other.right));
  }
}
