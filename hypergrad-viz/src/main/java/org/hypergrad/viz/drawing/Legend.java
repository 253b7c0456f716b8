package org.hypergrad.viz.drawing;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.viz.text.Font;

/// What the shapes and colours mean: an entry for each kind that occurs, in as many rows as the
/// width asks for.
record Legend(List<Entry> entries, double width, double height) {
  /// @param x of the upper left corner of the little shape
  record Entry(Kind kind, double x, double y) {}

  static final double ICON_WIDTH = 26;
  static final double ICON_HEIGHT = 14;
  static final double TEXT_SIZE = 11;
  static final double TEXT_GAP = 7;
  private static final double ENTRY_GAP = 20;
  private static final double ROW = 22;

  /// @param room how wide it may be, if its widest entry allows that
  static Legend of(Drawing drawing, double room) {
    List<Kind> kinds = drawing.vertices().stream().map(Vertex::kind).distinct().sorted().toList();
    List<Entry> entries = new ArrayList<>();
    double x = 0;
    double y = 0;
    double width = 0;
    for (Kind kind : kinds) {
      double entry = ICON_WIDTH + TEXT_GAP + Font.SANS.width(kind.label(), TEXT_SIZE);
      if (x > 0 && x + entry > room) {
        x = 0;
        y += ROW;
      }
      entries.add(new Entry(kind, x, y));
      width = Math.max(width, x + entry);
      x += entry + ENTRY_GAP;
    }
    return new Legend(entries, width, entries.isEmpty() ? 0 : y + ROW);
  }
}
