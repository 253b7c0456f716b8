package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hypergrad.demo.Style;

/// A map of the plane in characters: which points a classifier takes for which of two classes, and
/// what they are.
final class DecisionMap {
  private static final int COLUMNS = 64;
  private static final int ROWS = 24;

  /// How far the map goes beyond the outermost points.
  private static final double MARGIN = 0.3;

  private final double[][] points;
  private final double[] labels;
  private final double left;
  private final double top;
  private final double width;
  private final double height;

  /// A map that shows these points; labels are positive or negative.
  DecisionMap(double[][] points, double[] labels) {
    this.points = points;
    this.labels = labels;
    this.left = Arrays.stream(points).mapToDouble(p -> p[0]).min().orElse(0) - MARGIN;
    this.width = Arrays.stream(points).mapToDouble(p -> p[0]).max().orElse(0) + MARGIN - left;
    this.top = Arrays.stream(points).mapToDouble(p -> p[1]).max().orElse(0) + MARGIN;
    this.height = top - Arrays.stream(points).mapToDouble(p -> p[1]).min().orElse(0) + MARGIN;
  }

  /// Prints it: `+` where the score is positive, `.` where not; `O` for points with a positive
  /// label, `x` for the others.
  void print(ToDoubleFunction<double[]> score, PrintWriter out) {
    String[][] cells = new String[ROWS][COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double x = left + (column + 0.5) / COLUMNS * width;
        double y = top - (row + 0.5) / ROWS * height;
        cells[row][column] =
            score.applyAsDouble(new double[] {x, y}) > 0
                ? Style.GRADIENT.paint("+")
                : Style.NAME.paint(".");
      }
    }
    for (int i = 0; i < points.length; i++) {
      int column = (int) ((points[i][0] - left) / width * COLUMNS);
      int row = (int) ((top - points[i][1]) / height * ROWS);
      cells[row][column] = Style.HEADING.paint(labels[i] > 0 ? "O" : "x");
    }
    for (String[] row : cells) {
      out.println("  " + String.join("", row));
    }
  }
}
