package org.hypergrad.viz.chart;

import static org.hypergrad.viz.svg.Numbers.plain;

/// The path of a series. Of many points in the same column of pixels it keeps the first, the least,
/// the greatest and the last, which draws the same line: no spike is lost (the M4 aggregation of
/// Jugel, Jerzak, Hackenbroich and Markl, 2014).
final class Polyline {
  private final Series series;
  private final Axes axes;
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder dots = new StringBuilder();
  private int pieceStart = -1;
  private long column;
  private int first = -1;
  private int least;
  private int greatest;
  private int last;

  private Polyline(Series series, Axes axes) {
    this.series = series;
    this.axes = axes;
  }

  /// The path of the lines and that of points which are alone between gaps, as little rings.
  static Polyline of(Series series, Axes axes) {
    Polyline line = new Polyline(series, axes);
    for (int i = 0; i < series.size(); i++) {
      if (series.isDrawable(i, axes.x(), axes.y())) {
        line.add(i);
      } else {
        line.endPiece();
      }
    }
    line.endPiece();
    return line;
  }

  String lines() {
    return lines.toString();
  }

  String dots() {
    return dots.toString();
  }

  private void add(int i) {
    long at = Math.round(axes.x(series.x()[i]));
    if (first >= 0 && at != column) {
      endColumn();
    }
    if (first < 0) {
      column = at;
      first = i;
      least = i;
      greatest = i;
    }
    if (pieceStart < 0) {
      pieceStart = i;
    }
    least = series.y()[i] < series.y()[least] ? i : least;
    greatest = series.y()[i] > series.y()[greatest] ? i : greatest;
    last = i;
  }

  private void endColumn() {
    int before = -1;
    for (int i : new int[] {first, Math.min(least, greatest), Math.max(least, greatest), last}) {
      if (i != before) {
        lines.append(i == pieceStart ? 'M' : 'L').append(place(i));
      }
      before = i;
    }
    first = -1;
  }

  private void endPiece() {
    if (first >= 0 && first == last && first == pieceStart) {
      dots.append('M').append(place(first)).append("h0");
      first = -1;
    } else if (first >= 0) {
      endColumn();
    }
    pieceStart = -1;
  }

  private String place(int i) {
    return plain(axes.x(series.x()[i])) + " " + plain(axes.y(series.y()[i]));
  }
}
