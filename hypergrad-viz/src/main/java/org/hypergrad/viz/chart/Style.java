package org.hypergrad.viz.chart;

import java.util.Locale;
import org.hypergrad.viz.text.Font;

/// The kinds of text in a chart. The style sheet has a rule for each, by its name.
enum Style {
  /// What the chart is of.
  HEADING(Font.BOLD, 15),
  /// What is to be said of all of it, under the heading.
  NOTE(Font.SANS, 11),
  /// What an axis means.
  AXIS(Font.SANS, 12),
  /// A number or a class at an axis.
  TICK(Font.SANS, 11),
  /// The name of a line, beside its end.
  LABEL(Font.BOLD, 11),
  /// An entry of a legend.
  ENTRY(Font.SANS, 11.5);

  private final Font font;
  private final double size;

  Style(Font font, double size) {
    this.font = font;
    this.size = size;
  }

  Font font() {
    return font;
  }

  double size() {
    return size;
  }

  double width(String text) {
    return font.width(text, size);
  }

  /// Its class in the style sheet.
  String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
