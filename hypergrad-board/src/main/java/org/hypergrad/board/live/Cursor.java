package org.hypergrad.board.live;

import java.util.HashMap;
import java.util.Map;

/// What one browser has got of a [Run]. Belongs to the run, which reads and moves it.
final class Cursor {
  int training = -1;
  long version = -1;
  long phases;
  Standing standing;
  Iterable<ParameterStatistics> parameters;
  DecisionPlane plane;
  DecisionField field;
  final Map<CurveName, Place> curves = new HashMap<>();

  /// How much of a curve is there for good: its last point may still change.
  record Place(int stride, int points) {}

  /// Nothing, of the training of this number.
  void reset(int number) {
    training = number;
    phases = 0;
    standing = null;
    parameters = null;
    plane = null;
    field = null;
    curves.clear();
  }
}
