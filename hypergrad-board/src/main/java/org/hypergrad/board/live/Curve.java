package org.hypergrad.board.live;

import java.util.Arrays;

/// A curve that takes any number of values and keeps a bounded number of points: when it is full,
/// each two neighbours become one, their mean, and from then on a point stands for twice as many
/// values.
final class Curve {
  private final CurveName name;
  private final double[] steps;
  private final double[] values;
  private int size;
  private int stride = 1;
  private int inLast; // how many values are in the last point

  /// A curve without points.
  ///
  /// @param capacity an even number
  Curve(CurveName name, int capacity) {
    this.name = name;
    this.steps = new double[capacity];
    this.values = new double[capacity];
  }

  /// Adds a value. What is not later than the one before is left out: it was looked at twice.
  void add(double step, double value) {
    if (size > 0 && step <= steps[size - 1]) {
      return;
    }
    if (size == 0 || inLast == stride) {
      if (size == steps.length) {
        halve();
      }
      size++;
      inLast = 0;
      values[size - 1] = 0;
    }
    inLast++;
    steps[size - 1] = step;
    values[size - 1] += (value - values[size - 1]) / inLast;
  }

  private void halve() {
    size /= 2;
    stride *= 2;
    for (int i = 0; i < size; i++) {
      steps[i] = steps[2 * i + 1];
      values[i] = values[2 * i] / 2 + values[2 * i + 1] / 2;
    }
  }

  /// How many values a point is the mean of; the last point may have less.
  int stride() {
    return stride;
  }

  /// How many points there are.
  int size() {
    return size;
  }

  /// The points from this one on.
  CurvePart from(int first) {
    return new CurvePart(
        name,
        first,
        stride,
        Arrays.copyOfRange(steps, first, size),
        Arrays.copyOfRange(values, first, size));
  }
}
