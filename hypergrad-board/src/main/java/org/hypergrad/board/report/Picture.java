package org.hypergrad.board.report;

import java.util.Objects;
import org.hypergrad.Tensor;

/// A small picture of one colour: its zeros are paper, its greatest numbers ink.
///
/// @param pixels of shape \[height, width\]
/// @param title what it is
/// @param note what is to be said of it; empty for nothing
public record Picture(Tensor pixels, String title, String note) {
  /// Checks the shape.
  ///
  /// @throws IllegalArgumentException if the pixels are not a matrix, or there are none
  public Picture {
    Objects.requireNonNull(title);
    Objects.requireNonNull(note);
    if (pixels.rank() != 2 || pixels.numel() == 0) {
      throw new IllegalArgumentException(
          "The pixels of a picture have the shape [height, width], not " + pixels.shape());
    }
  }
}
