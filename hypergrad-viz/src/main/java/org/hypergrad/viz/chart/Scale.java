package org.hypergrad.viz.chart;

import java.util.List;

/// How values become places along an axis.
sealed interface Scale permits LinearScale, LogScale {
  /// A value that an axis names.
  record Tick(double value, String label) {}

  /// The value at the beginning of the axis.
  double low();

  /// The value at the end of the axis.
  double high();

  /// Where a value lies: 0 at the beginning of the axis, 1 at its end.
  double place(double value);

  /// Whether a value has a place at all.
  boolean accepts(double value);

  /// This scale, made a little longer so that it begins and ends at one of its ticks, of which
  /// there are at least 3.
  Scale rounded(int mostTicks);

  /// Round values along the axis, about as many as asked for: at least 3.
  List<Tick> ticks(int most);
}
