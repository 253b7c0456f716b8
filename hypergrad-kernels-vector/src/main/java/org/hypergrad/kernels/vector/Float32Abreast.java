// Generated from Float64Abreast.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;

/// Works on lines abreast, each in a lane of its own: for lines that are shorter than a few
/// vectors, or whose elements lie apart.
///
/// ```
///   lane    0  1  2  3
///           v  v  v  v
///         [ a0 b0 c0 d0 ]    row 0 of the tile: the first elements of the lines a, b, c and d
///         [ a1 b1 c1 d1 ]
///         [ a2 b2 c2 d2 ]
/// ```
///
/// Some lines at a time make a tile. Where neighbouring lines lie side by side in an operand, the
/// tile is a part of its array; else it is a copy, which stays in the cache, and what was computed
/// is copied back. What becomes of a line does not depend on those beside it.
final class Float32Abreast {
  private static final int LANES = Float32Operand.LANES;

  /// How many elements a copied tile has at most, unless that is less than a vector of lines.
  private static final int MOST = 131072;

  /// How many lines a tile has at most.
  private static final int WIDEST = 512;

  /// How many neighbouring lines are handled by one thread at least: a row of less is read in
  /// pieces, and each of them may lie on another page of memory.
  private static final int NEIGHBOURS = 256;

  private final float[][] arrays;
  private final Layout[] layouts;
  private final float[][] copies;

  private Float32Abreast(float[][] arrays, Layout[] layouts) {
    this.arrays = arrays;
    this.layouts = layouts;
    this.copies = new float[arrays.length][];
  }

  /// Works on a tile of each operand, of which every row is whole vectors; the last lanes may be
  /// unused.
  @FunctionalInterface
  interface Body {
    /// @param width how many lanes there are
    void run(int width, Float32Matrix... tiles);
  }

  /// Works on all lines along the last dimension of operands of one shape.
  ///
  /// @param arrays the operands; the last one is the result, and overwritten completely
  static void run(Body body, float[][] arrays, Layout... layouts) {
    int length = layouts[0].size(-1);
    if (length == 0) {
      return;
    }
    Layout[] starts = new Layout[layouts.length];
    for (int k = 0; k < starts.length; k++) {
      starts[k] = layouts[k].select(layouts[k].rank() - 1, 0);
    }
    ParallelLoops.run(
        length, NEIGHBOURS, () -> new Float32Abreast(arrays, layouts).tiles(body), starts);
  }

  private Loops.Inner tiles(Body body) {
    int narrow = Math.clamp(MOST / layouts[0].size(-1) / LANES * LANES, LANES, WIDEST);
    return (n, start, step) -> {
      int width = Arrays.stream(step).allMatch(s -> s == 1) ? WIDEST : narrow;
      int lines;
      for (int line = 0; line < n; line += lines) {
        int left = n - line;
        lines = left < LANES ? left : Math.min(width, left / LANES * LANES); // the rest is a copy
        tile(body, line, lines, start, step);
      }
    };
  }

  /// Works on `lines` lines from line `first` on.
  private void tile(Body body, int first, int lines, int[] start, int[] step) {
    int width = Float32Operand.padded(lines);
    int result = arrays.length - 1;
    Float32Matrix[] parts = new Float32Matrix[arrays.length];
    Float32Matrix[] tiles = new Float32Matrix[arrays.length];
    for (int k = 0; k <= result; k++) {
      int length = layouts[k].size(-1);
      int from = start[k] + first * step[k];
      parts[k] = new Float32Matrix(arrays[k], from, length, lines, layouts[k].stride(-1), step[k]);
      if (step[k] == 1 && lines == width) {
        tiles[k] = parts[k];
      } else {
        tiles[k] = new Float32Matrix(room(k, length * width), 0, length, lines, width, 1);
        if (k < result) {
          parts[k].copyTo(tiles[k]);
        }
      }
    }
    body.run(width, tiles);
    if (tiles[result] != parts[result]) {
      tiles[result].copyTo(parts[result]);
    }
  }

  private float[] room(int k, int numel) {
    if (copies[k] == null || copies[k].length < numel) {
      copies[k] = new float[numel];
    }
    return copies[k];
  }
}
