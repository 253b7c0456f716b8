package org.hypergrad.viz.drawing;

import org.hypergrad.viz.svg.Numbers;

/// The shape of each kind of vertex, as path data of SVG. All have a straight upper and lower side,
/// on which arrows end.
final class Outline {
  private static final double ROUND = 8;

  private Outline() {}

  /// The outline of a box whose upper left corner is at the origin.
  ///
  /// @param slant how far the slanted sides of some kinds come in
  static String of(Kind kind, double width, double height, double slant) {
    double w = width;
    double h = height;
    double s = slant;
    return switch (kind) {
      case INPUT, CONSTANT -> path("M", s, 0, "L", w, 0, "L", w - s, h, "L", 0, h, "Z");
      case PARAMETER ->
          path(
              "M", s, 0, "L", w - s, 0, "L", w, h / 2, "L", w - s, h, "L", s, h, "L", 0, h / 2,
              "Z");
      case OPERATION -> rounded(0, 0, w, h, Math.min(ROUND, h / 2));
      case OUTPUT ->
          rounded(0, 0, w, h, Math.min(ROUND, h / 2))
              + rounded(3, 3, w - 3, h - 3, Math.min(5, h / 2 - 3));
      case ACCUMULATED -> path("M", 0, 0, "L", w, 0, "L", w - s, h, "L", s, h, "Z");
      case SAVED ->
          path("M", 0, 0, "L", w - s, 0, "L", w, s, "L", w, h, "L", 0, h, "Z")
              + path("M", w - s, 0, "L", w - s, s, "L", w, s);
      case FOLDED ->
          path("M", 0, 0, "L", w, 0, "L", w, h, "L", 0, h, "Z")
              + path("M", 4, 0, "L", 4, h)
              + path("M", w - 4, 0, "L", w - 4, h);
    };
  }

  private static String rounded(double left, double top, double right, double bottom, double r) {
    return path("M", left + r, top, "L", right - r, top)
        + arc(r, right, top + r)
        + path("L", right, bottom - r)
        + arc(r, right - r, bottom)
        + path("L", left + r, bottom)
        + arc(r, left, bottom - r)
        + path("L", left, top + r)
        + arc(r, left + r, top)
        + "Z";
  }

  private static String arc(double r, double x, double y) {
    return "A"
        + Numbers.plain(r)
        + " "
        + Numbers.plain(r)
        + " 0 0 1 "
        + Numbers.plain(x)
        + " "
        + Numbers.plain(y);
  }

  private static String path(Object... parts) {
    StringBuilder path = new StringBuilder();
    boolean first = true;
    for (Object part : parts) {
      if (part instanceof String command) {
        path.append(command);
        first = true;
      } else {
        path.append(first ? "" : " ").append(Numbers.plain(((Number) part).doubleValue()));
        first = false;
      }
    }
    return path.toString();
  }
}
