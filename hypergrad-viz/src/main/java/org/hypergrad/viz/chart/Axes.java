package org.hypergrad.viz.chart;

import static org.hypergrad.viz.svg.Numbers.plain;

import java.util.List;
import org.hypergrad.viz.chart.Canvas.Anchor;
import org.hypergrad.viz.chart.Scale.Tick;

/// Two axes with their ticks and titles, and the plane between them.
///
/// @param left of the plane, as `right`, `top` and `bottom`
record Axes(
    Scale x,
    Scale y,
    String xTitle,
    String yTitle,
    double left,
    double right,
    double top,
    double bottom) {
  private static final double TICK_GAP = 7;
  private static final double TITLE_HEIGHT = 20;
  private static final double TICK_HEIGHT = 20;
  private static final double MOST_TICK_WIDTH = 110;

  /// How far apart the names of two ticks are at least.
  private static final double BETWEEN = 12;

  private static final double ROW = 44;
  private static final int LEAST_TICKS = 3;
  private static final int MOST_TICKS = 10;

  /// The axes that fill what is free on a canvas.
  ///
  /// @param isRounded whether the vertical axis is to end at a tick
  /// @param rightRoom what to leave free beside the plane
  static Axes fit(
      Canvas canvas,
      Scale x,
      Scale y,
      boolean isRounded,
      String xTitle,
      String yTitle,
      double rightRoom) {
    double top = canvas.top() + 6;
    double bottom = canvas.bottom() - TICK_HEIGHT - (xTitle.isEmpty() ? 0 : TITLE_HEIGHT);
    int rows = rows(bottom - top);
    Scale vertical = isRounded ? y.rounded(rows) : y;
    double names =
        vertical.ticks(rows).stream()
            .mapToDouble(tick -> Math.min(MOST_TICK_WIDTH, Style.TICK.width(tick.label())))
            .max()
            .orElse(0);
    double left = Canvas.MARGIN + (yTitle.isEmpty() ? 0 : TITLE_HEIGHT) + names + TICK_GAP;
    double right = canvas.right() - rightRoom;
    return new Axes(x, vertical, xTitle, yTitle, Math.ceil(left), Math.floor(right), top, bottom);
  }

  /// How many ticks a vertical axis of this length bears.
  private static int rows(double height) {
    return Math.clamp((long) (height / ROW), LEAST_TICKS, MOST_TICKS);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double x(double value) {
    return left + x.place(value) * width();
  }

  double y(double value) {
    return bottom - y.place(value) * height();
  }

  /// Draws what lies behind the data: a line for each tick, names and titles.
  void draw(Canvas canvas) {
    canvas.open("axes");
    StringBuilder grid = new StringBuilder();
    for (Tick tick : y.ticks(rows(height()))) {
      grid.append("M%s %sH%s".formatted(plain(left), plain(y(tick.value())), plain(right)));
      canvas.text(
          Style.TICK,
          tick.label(),
          MOST_TICK_WIDTH,
          left - TICK_GAP,
          y(tick.value()) + 4,
          Anchor.END);
    }
    canvas.path("grid", grid.toString());
    StringBuilder marks =
        new StringBuilder("M%s %sH%s".formatted(plain(left), plain(bottom), plain(right)));
    for (Tick tick : columns()) {
      double at = x(tick.value());
      marks.append("M%s %sv4".formatted(plain(at), plain(bottom)));
      canvas.text(
          Style.TICK,
          tick.label(),
          MOST_TICK_WIDTH,
          inside(canvas, tick),
          bottom + 16,
          Anchor.MIDDLE);
    }
    canvas.path("axis-line", marks.toString());
    if (!xTitle.isEmpty()) {
      canvas.text(
          Style.AXIS, xTitle, width(), (left + right) / 2, canvas.bottom() - 1, Anchor.MIDDLE);
    }
    if (!yTitle.isEmpty()) {
      canvas.upright(
          Style.AXIS, yTitle, height(), Canvas.MARGIN + 10, (top + bottom) / 2, Anchor.MIDDLE);
    }
    canvas.close();
  }

  /// The middle of the name of a tick, which does not leave the canvas where the axis ends.
  private double inside(Canvas canvas, Tick tick) {
    double half = Math.min(MOST_TICK_WIDTH, Style.TICK.width(tick.label())) / 2;
    return Math.clamp(x(tick.value()), 2 + half, canvas.right() + Canvas.MARGIN - 2 - half);
  }

  /// As many ticks along the horizontal axis as have room side by side.
  private List<Tick> columns() {
    for (int most = MOST_TICKS; most >= LEAST_TICKS; most--) {
      List<Tick> ticks = x.ticks(most);
      if (areApart(ticks)) {
        return ticks;
      }
    }
    List<Tick> ticks = x.ticks(LEAST_TICKS);
    return ticks.subList(0, Math.min(1, ticks.size()));
  }

  private boolean areApart(List<Tick> ticks) {
    for (int i = 1; i < ticks.size(); i++) {
      Tick before = ticks.get(i - 1);
      Tick tick = ticks.get(i);
      double widths = Style.TICK.width(before.label()) + Style.TICK.width(tick.label());
      if (x(tick.value()) - x(before.value()) < widths / 2 + BETWEEN) {
        return false;
      }
    }
    return true;
  }
}
