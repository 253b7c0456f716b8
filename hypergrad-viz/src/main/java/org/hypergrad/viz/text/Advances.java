package org.hypergrad.viz.text;

/// The advance width of characters in DejaVu, as a part of the font size.
final class Advances {
  private static final double UNITS = 2048;

  /// The width of every character of DejaVu Sans Mono.
  private static final double MONO = 1233 / UNITS;

  /// For what the table lacks: ideographs and the like are a square.
  private static final double SQUARE = 1;

  /// For emoji, which fonts draw wider than a square.
  private static final double EMOJI = 1.4;

  private static final int END = 0x2300;
  private static final float[] REGULAR = new float[END];
  private static final float[] BOLD = new float[END];

  static {
    Resource.text(Advances.class, "advances.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[- ]"))
        .forEach(words -> {
          int first = Integer.parseInt(words[0], 16);
          int last = Integer.parseInt(words[words.length - 3], 16);
          for (int codePoint = first; codePoint <= last; codePoint++) {
            REGULAR[codePoint] = (float) (Integer.parseInt(words[words.length - 2]) / UNITS);
            BOLD[codePoint] = (float) (Integer.parseInt(words[words.length - 1]) / UNITS);
          }
        });
  }

  private Advances() {}

  static double regular(int codePoint) {
    return proportional(REGULAR, codePoint);
  }

  static double bold(int codePoint) {
    return proportional(BOLD, codePoint);
  }

  static double mono(int codePoint) {
    return isTabulated(codePoint) ? MONO : foreign(codePoint);
  }

  private static double proportional(float[] table, int codePoint) {
    return isTabulated(codePoint) ? table[codePoint] : foreign(codePoint);
  }

  private static boolean isTabulated(int codePoint) {
    return codePoint < END && REGULAR[codePoint] > 0;
  }

  private static double foreign(int codePoint) {
    return codePoint > 0xFFFF ? EMOJI : SQUARE;
  }
}
