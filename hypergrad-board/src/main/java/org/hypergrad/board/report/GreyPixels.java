package org.hypergrad.board.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hypergrad.viz.page.Png;

/// Numbers as shades from white paper to black ink.
///
/// @param paper the number that is white
/// @param ink the number that is black
record GreyPixels(double paper, double ink) {
  private static final int[][] SHADES = shades();

  private static int[][] shades() {
    int[][] shades = new int[256][];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = new int[] {255 - i, 255 - i, 255 - i, 255};
    }
    return shades;
  }

  /// The shades in which all these pictures can be compared.
  static GreyPixels of(List<Picture> pictures) {
    var range =
        pictures.stream()
            .flatMapToDouble(picture -> DoubleStream.of(picture.pixels().toDoubles()))
            .filter(Double::isFinite)
            .summaryStatistics();
    return range.getMax() > range.getMin()
        ? new GreyPixels(range.getMin(), range.getMax())
        : new GreyPixels(0, 1);
  }

  /// A picture as a file.
  byte[] png(Picture picture) {
    double[] values = picture.pixels().toDoubles();
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * Math.clamp((values[i] - paper) / (ink - paper), 0, 1));
    }
    return Png.of(picture.pixels().size(1), picture.pixels().size(0), pixels, SHADES);
  }
}
