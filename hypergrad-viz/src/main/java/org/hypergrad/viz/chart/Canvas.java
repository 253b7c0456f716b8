package org.hypergrad.viz.chart;

import static org.hypergrad.viz.svg.Markup.escape;
import static org.hypergrad.viz.svg.Numbers.plain;

import java.util.Base64;
import java.util.List;
import org.hypergrad.viz.svg.Svg;
import org.hypergrad.viz.text.Font;
import org.hypergrad.viz.text.Plain;
import org.hypergrad.viz.text.Resource;

/// The SVG of a chart while it is written. All text goes through here: cleaned, cut to the room it
/// has, and in full under the pointer where something was cut.
final class Canvas {
  /// The room between what is drawn and the edge.
  static final double MARGIN = 18;

  private static final double LINE = 17;
  private static final double HEADING = 24;

  /// What the x of a text is the x of.
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String keyword;

    Anchor(String keyword) {
      this.keyword = keyword;
    }
  }

  private final StringBuilder svg;
  private final Look look;
  private double top;

  /// Begins a chart with its heading and its notes, from the top.
  ///
  /// @param kind what it is, for a chart without a heading
  /// @param description the chart in sentences
  Canvas(Look look, String kind, String description, List<String> notes) {
    this.look = look;
    this.svg =
        new StringBuilder(
            Svg.begin(
                "hypergrad chart",
                look.width(),
                look.height(),
                look.title().isEmpty() ? kind : look.title(),
                description,
                Resource.text(Canvas.class, "chart.css")));
    double room = look.width() - 2 * MARGIN;
    top = topAfter(look, notes);
    double y = MARGIN;
    if (!look.title().isEmpty()) {
      text(Style.HEADING, look.title(), room, MARGIN, y + 13, Anchor.START);
      y += HEADING;
    }
    for (String note : notes) {
      text(Style.NOTE, note, room, MARGIN, y + 9, Anchor.START);
      y += LINE;
    }
  }

  /// The y where free space begins under a heading and notes.
  static double topAfter(Look look, List<String> notes) {
    double head = (look.title().isEmpty() ? 0 : HEADING) + notes.size() * LINE;
    return MARGIN + (head > 0 ? head + 6 : 0);
  }

  /// The y where free space begins.
  double top() {
    return top;
  }

  /// Takes space from the top.
  void takeTop(double height) {
    top += height;
  }

  double right() {
    return look.width() - MARGIN;
  }

  double bottom() {
    return look.height() - MARGIN;
  }

  /// Begins a group of this class.
  void open(String style) {
    svg.append("<g class=\"").append(style).append("\">\n");
  }

  /// Begins a group whose unit is not a pixel.
  void open(String style, double x, double y, double unitX, double unitY) {
    svg.append(
        "<g class=\"%s\" transform=\"translate(%s %s) scale(%s %s)\">\n"
            .formatted(style, plain(x), plain(y), unitX, unitY));
  }

  void close() {
    svg.append("</g>\n");
  }

  /// Writes a text no wider than `room`.
  ///
  /// @param y of the base line
  void text(Style style, String text, double room, double x, double y, Anchor anchor) {
    text(style.css(), style.font(), style.size(), text, room, x, y, anchor, false);
  }

  /// Writes a text from the bottom to the top, no higher than `room`.
  ///
  /// @param x of the base line
  void upright(Style style, String text, double room, double x, double y, Anchor anchor) {
    text(style.css(), style.font(), style.size(), text, room, x, y, anchor, true);
  }

  /// Writes a text in a size and with classes of its own.
  void text(
      String classes,
      Font font,
      double size,
      String text,
      double room,
      double x,
      double y,
      Anchor anchor,
      boolean isUpright) {
    String line = Plain.line(text);
    String shown = font.shorten(line, size, room);
    svg.append("<text class=\"").append(classes).append("\" font-size=\"").append(plain(size));
    if (anchor != Anchor.START) {
      svg.append("\" text-anchor=\"").append(anchor.keyword);
    }
    if (isUpright) {
      svg.append("\" transform=\"translate(%s %s) rotate(-90)\">".formatted(plain(x), plain(y)));
    } else {
      svg.append("\" x=\"%s\" y=\"%s\">".formatted(plain(x), plain(y)));
    }
    if (!shown.equals(line)) {
      title(text);
    }
    svg.append(escape(shown)).append("</text>\n");
  }

  private void title(String text) {
    svg.append("<title>").append(escape(Plain.lines(text))).append("</title>");
  }

  /// Draws a path.
  ///
  /// @param d in the language of SVG's attribute of that name
  void path(String style, String d) {
    svg.append("<path class=\"").append(style).append("\" d=\"").append(d).append("\"/>\n");
  }

  /// Draws a path that tells something under the pointer.
  void path(String style, String d, String tip) {
    svg.append("<path class=\"").append(style).append("\" d=\"").append(d).append("\">");
    title(tip);
    svg.append("</path>\n");
  }

  /// Draws a box with an opacity, which tells something under the pointer.
  void box(
      String style, double x, double y, double width, double height, double opacity, String tip) {
    svg.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"%s\">"
            .formatted(
                style,
                plain(x),
                plain(y),
                plain(width),
                plain(height),
                Math.round(opacity * 1000) / 1000.0));
    title(tip);
    svg.append("</rect>\n");
  }

  /// Draws a picture as large as this, without smoothing its pixels.
  void image(byte[] png, double x, double y, double width, double height, String tip) {
    svg.append("<g>");
    title(tip);
    svg.append(
        "<image class=\"pixels\" preserveAspectRatio=\"none\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" href=\"data:image/png;base64,%s\"/></g>\n"
            .formatted(
                plain(x),
                plain(y),
                plain(width),
                plain(height),
                Base64.getEncoder().encodeToString(png)));
  }

  String finish() {
    return svg.append("</svg>\n").toString();
  }
}
