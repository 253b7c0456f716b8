package org.hypergrad.viz.chart;

import static org.hypergrad.viz.svg.Numbers.plain;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.viz.chart.Canvas.Anchor;
import org.hypergrad.viz.text.Plain;

/// What the colours mean, in rows under the heading.
///
/// @param entries those that have room
/// @param more how many have none
/// @param textRoom what a name may take
/// @param height of all rows
record Legend(List<Entry> entries, int more, double textRoom, double height) {
  /// @param x of its beginning
  /// @param y of the middle of its row, from the top of the legend
  record Entry(int number, double x, double y) {}

  private static final double SYMBOL = 22;
  private static final double GAP = 6;
  private static final double BETWEEN = 18;
  private static final double ROW = 19;
  private static final double MOST_TEXT = 190;

  /// No more than this part of a chart is its legend.
  private static final double MOST_PART = 0.25;

  static Legend of(List<String> names, Look look) {
    double room = look.width() - 2 * Canvas.MARGIN;
    int rows = (int) (look.height() * MOST_PART / ROW);
    double textRoom = Math.min(MOST_TEXT, room - SYMBOL - GAP);
    double reserve = Style.NOTE.width("and 10000 more") + BETWEEN;
    List<Entry> entries = new ArrayList<>();
    double x = 0;
    int row = 0;
    for (int i = 0; i < names.size(); i++) {
      double width = SYMBOL + GAP + Math.min(textRoom, Style.ENTRY.width(Plain.line(names.get(i))));
      if (x > 0 && x + width > room) {
        x = 0;
        row++;
      }
      boolean isFull = row == rows - 1 && i < names.size() - 1 && x + width > room - reserve;
      if (row == rows || isFull) {
        return new Legend(entries, names.size() - i, textRoom, rows * ROW);
      }
      entries.add(new Entry(i, x, (row + 0.5) * ROW));
      x += width + BETWEEN;
    }
    return new Legend(entries, 0, textRoom, (row + 1) * ROW);
  }

  /// Draws the legend at the top of a canvas and takes that space.
  ///
  /// @param areMarks whether they stand for marks, not for lines
  void draw(Canvas canvas, List<String> names, boolean areMarks) {
    canvas.open("key");
    for (Entry entry : entries) {
      double x = Canvas.MARGIN + entry.x();
      double y = canvas.top() + entry.y();
      if (areMarks) {
        canvas.path(
            "mark " + Palette.area(entry.number()),
            "M%s %s".formatted(plain(x + SYMBOL - 6), plain(y)) + Palette.shape(entry.number()));
      } else {
        canvas.path(
            Palette.line(entry.number()), "M%s %sh%s".formatted(plain(x), plain(y), plain(SYMBOL)));
      }
      canvas.text(
          Style.ENTRY, names.get(entry.number()), textRoom, x + SYMBOL + GAP, y + 4, Anchor.START);
    }
    if (more > 0) {
      canvas.text(
          Style.NOTE,
          "and " + more + " more",
          MOST_TEXT,
          canvas.right(),
          canvas.top() + height - ROW / 2 + 4,
          Anchor.END);
    }
    canvas.close();
    canvas.takeTop(height + 4);
  }
}
