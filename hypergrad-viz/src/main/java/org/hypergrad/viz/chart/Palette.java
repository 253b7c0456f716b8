package org.hypergrad.viz.chart;

/// What things of the same kind are told apart by: colour, and dashes or shape, so that neither has
/// to be seen. The colours are those of the style sheet.
final class Palette {
  private static final int COLOURS = 7;
  private static final int DASHES = 4;

  /// Shapes of about the same area around the origin: circle, square, triangle, diamond, a triangle
  /// on its point, plus, cross.
  private static final String[] SHAPES = {
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "m-3.6 -3.6h7.2v7.2h-7.2z",
    "m0 -4.9l4.5 7.8h-9z",
    "m0 -5l5 5l-5 5l-5 -5z",
    "m0 4.9l4.5 -7.8h-9z",
    "m-1.6 -5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z",
    "m-5 -2.8l2.2 -2.2l2.8 2.8l2.8 -2.8l2.2 2.2l-2.8 2.8l2.8 2.8l-2.2 2.2l-2.8 -2.8l-2.8 2.8l-2.2"
        + " -2.2l2.8 -2.8z"
  };

  private Palette() {}

  /// The classes of a line: dashed from the eighth on.
  static String line(int number) {
    int dash = number / COLOURS % DASHES;
    return "line c" + number % COLOURS + (dash == 0 ? "" : " dash" + dash);
  }

  /// The classes of an area or a mark.
  static String area(int number) {
    return "c" + number % COLOURS;
  }

  /// The path of a mark, which is to follow `M` and the place of its middle.
  static String shape(int number) {
    return SHAPES[(number + number / COLOURS) % SHAPES.length];
  }
}
