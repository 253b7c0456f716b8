package org.hypergrad.viz.chart;

import java.util.Objects;

/// What every chart can be told.
///
/// @param title the heading; empty for none
/// @param width in pixels
/// @param height in pixels
record Look(String title, int width, int height) {
  static final int LEAST = 240;
  private static final int MOST = 10_000;

  Look {
    Objects.requireNonNull(title);
    if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
      throw new IllegalArgumentException(
          "A chart of "
              + width
              + " x "
              + height
              + " pixels: each side has to be from "
              + LEAST
              + " to "
              + MOST);
    }
  }

  static Look of(int width, int height) {
    return new Look("", width, height);
  }

  Look titled(String heading) {
    return new Look(heading, width, height);
  }

  Look sized(int wide, int high) {
    return new Look(title, wide, high);
  }
}
