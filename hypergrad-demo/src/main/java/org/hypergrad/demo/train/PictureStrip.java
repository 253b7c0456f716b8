package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.util.List;
import java.util.StringJoiner;
import org.hypergrad.Shape;

/// Small grey pictures beside each other, drawn in characters.
///
/// @param size height and width of each
/// @param white the brightest value of a pixel
record PictureStrip(Shape size, double white) {
  private static final String SHADES = " .:-=+*#%@";
  private static final int BESIDE = 4;
  private static final String GAP = "   ";

  /// Prints pictures, each given by its pixels row by row.
  void print(List<double[]> pictures, PrintWriter out) {
    for (int from = 0; from < pictures.size(); from += BESIDE) {
      List<double[]> beside = pictures.subList(from, Math.min(from + BESIDE, pictures.size()));
      for (int y = 0; y < size.size(0); y++) {
        StringJoiner line = new StringJoiner(GAP, GAP, "");
        for (double[] picture : beside) {
          line.add(row(picture, y));
        }
        out.println(line.toString().stripTrailing());
      }
      out.println();
    }
  }

  /// A character is about twice as high as it is wide, so that a pixel takes two.
  private String row(double[] picture, int y) {
    StringBuilder row = new StringBuilder();
    for (int x = 0; x < size.size(1); x++) {
      double brightness = picture[y * size.size(1) + x] / white;
      row.repeat(SHADES.charAt((int) Math.round(brightness * (SHADES.length() - 1))), 2);
    }
    return row.toString();
  }
}
