package org.hypergrad.viz.chart;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hypergrad.viz.text.Font;

/// A text of a chart and the box that it fills, by the table of widths.
record DrawnText(String style, String text, double left, double right, double top, double bottom) {
  private static final Pattern TEXT =
      Pattern.compile(
          "<text class=\"([^\"]*)\" font-size=\"([^\"]*)\"(?: text-anchor=\"(\\w+)\")?(?:"
              + " transform=\"translate\\((\\S+) (\\S+)\\) (rotate)\\(-90\\)\"| x=\"(\\S+)\""
              + " y=\"(\\S+)\")>(?:<title>[^<]*</title>)?([^<]*)</text>");

  static List<DrawnText> of(String svg) {
    List<DrawnText> texts = TEXT.matcher(svg).results().map(DrawnText::of).toList();
    if (texts.size() != svg.split("<text", -1).length - 1) {
      throw new AssertionError("a text of another form: " + svg);
    }
    return texts;
  }

  private static DrawnText of(MatchResult m) {
    double size = Double.parseDouble(m.group(2));
    String style = m.group(1);
    String text = unescaped(m.group(9));
    boolean isBold = style.startsWith("heading") || style.startsWith("label");
    double width = (isBold ? Font.BOLD : Font.SANS).width(text, size);
    boolean isUpright = m.group(6) != null;
    double x = Double.parseDouble(m.group(isUpright ? 4 : 7));
    double y = Double.parseDouble(m.group(isUpright ? 5 : 8));
    double before =
        switch (m.group(3)) {
          case "middle" -> width / 2;
          case "end" -> width;
          case null, default -> 0;
        };
    // letters reach about so far above and below the base line
    double rise = 0.76 * size;
    double fall = 0.24 * size;
    return isUpright
        ? new DrawnText(style, text, x - rise, x + fall, y - width + before, y + before)
        : new DrawnText(style, text, x - before, x - before + width, y - rise, y + fall);
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  boolean overlaps(DrawnText other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
}
