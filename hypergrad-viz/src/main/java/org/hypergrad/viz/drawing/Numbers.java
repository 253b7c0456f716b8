package org.hypergrad.viz.drawing;

/// Coordinates in text.
final class Numbers {
  private Numbers() {}

  /// To a tenth of a pixel, without a needless `.0`, the same in every locale.
  static String plain(double pixels) {
    long tenths = Math.round(pixels * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
