package org.hypergrad.viz.chart;

import java.util.Objects;
import java.util.stream.IntStream;

/// The points of a line, in the order in which it passes them.
record Series(String name, double[] x, double[] y) {
  Series {
    Objects.requireNonNull(name);
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "The line '" + name + "' has " + x.length + " places for " + y.length + " values");
    }
    x = x.clone();
    y = y.clone();
  }

  int size() {
    return y.length;
  }

  /// The points that have a place on these scales.
  IntStream drawable(Scale xScale, Scale yScale) {
    return IntStream.range(0, size()).filter(i -> isDrawable(i, xScale, yScale));
  }

  boolean isDrawable(int i, Scale xScale, Scale yScale) {
    return xScale.accepts(x[i]) && yScale.accepts(y[i]);
  }
}
