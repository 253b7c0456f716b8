package org.hypergrad.viz.chart;

import java.util.Arrays;
import org.hypergrad.viz.page.Png;

/// Colours around 0: blue below, vermillion above, the stronger the farther, and clear at 0, so
/// that the paper shows through in light and in dark. Both are Okabe and Ito's: colour-blind eyes
/// tell them apart.
///
/// @param most the size of the value with the full colour
record Diverging(double most) {
  private static final int STEPS = 40;
  private static final int[] BELOW = {0x00, 0x72, 0xb2};
  private static final int[] ABOVE = {0xd5, 0x5e, 0x00};
  private static final int[] NO_NUMBER = {0x88, 0x88, 0x88, 0xff};
  private static final int[][] COLOURS = colours();

  private static int[][] colours() {
    int[][] colours = new int[2 * STEPS + 2][];
    for (int i = 0; i <= 2 * STEPS; i++) {
      int[] pole = i < STEPS ? BELOW : ABOVE;
      int opacity = Math.abs(i - STEPS) * 255 / STEPS;
      colours[i] = new int[] {pole[0], pole[1], pole[2], opacity};
    }
    colours[2 * STEPS + 1] = NO_NUMBER;
    return colours;
  }

  /// The colours for values up to the largest of these.
  static Diverging of(double[][] values) {
    double most =
        Arrays.stream(values)
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .map(Math::abs)
            .max()
            .orElse(0);
    return new Diverging(most > 0 ? most : 1);
  }

  /// A picture of values, row by row.
  byte[] picture(int width, int height, double... values) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) number(values[i]);
    }
    return Png.of(width, height, pixels, COLOURS);
  }

  /// A picture of all colours, from the greatest value at the top to the least.
  byte[] bar() {
    double[] values = new double[2 * STEPS + 1];
    Arrays.setAll(values, i -> (STEPS - i) * (most / STEPS));
    return picture(1, values.length, values);
  }

  private int number(double value) {
    return Double.isNaN(value)
        ? 2 * STEPS + 1
        : STEPS + (int) Math.rint(Math.clamp(value / most, -1.0, 1.0) * STEPS);
  }
}
