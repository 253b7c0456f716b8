package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Copies a matrix whose columns lie side by side into one whose rows do, a square of vectors at a
/// time.
///
/// A stage zips the upper half of the rows with the lower half, as one riffles two halves of a pack
/// of cards. After as many stages as doublings lead from 1 to the side of the square, rows have
/// become columns:
///
/// ```
///   a0 a1 a2 a3         a0 c0 a1 c1         a0 b0 c0 d0
///   b0 b1 b2 b3  zip a  a2 c2 a3 c3  again  a1 b1 c1 d1
///   c0 c1 c2 c3  and c  b0 d0 b1 d1   -->   a2 b2 c2 d2
///   d0 d1 d2 d3   -->   b2 d2 b3 d3         a3 b3 c3 d3
/// ```
final class Float64Transposition {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final VectorShuffle<Double> FIRST = VectorShuffle.makeZip(SPECIES, 0);
  private static final VectorShuffle<Double> SECOND = VectorShuffle.makeZip(SPECIES, 1);

  private Float64Transposition() {}

  /// Copies `from`, whose row step is 1, to `to`, whose column step is 1.
  static void copy(Float64Matrix from, Float64Matrix to) {
    boolean known = LANES <= 16;
    int rows = known ? from.rows() - from.rows() % LANES : 0;
    int columns = known ? from.columns() - from.columns() % LANES : 0;
    if (rows > 0 && columns > 0) {
      copySquares(from, to, rows, columns);
    }
    int right = from.columns() - columns;
    int below = from.rows() - rows;
    from.part(0, rows, columns, right).copyEach(to.part(0, rows, columns, right));
    from.part(rows, below, 0, from.columns()).copyEach(to.part(rows, below, 0, from.columns()));
  }

  private static void copySquares(Float64Matrix from, Float64Matrix to, int rows, int columns) {
    double[] between = new double[LANES * LANES];
    for (int row = 0; row < rows; row += LANES) {
      for (int column = 0; column < columns; column += LANES) {
        double[] source = from.array();
        int at = from.place(row, column);
        double[] target = to.array();
        int toAt = to.place(row, column);
        switch (LANES) {
          case 2 -> zip(source, at, from.columnStep(), target, toAt, to.rowStep());
          case 4 -> zipTwice(source, at, from.columnStep(), target, toAt, to.rowStep());
          case 8 -> {
            zipTwice(source, at, from.columnStep(), between, 0, LANES);
            zip(between, 0, LANES, target, toAt, to.rowStep());
          }
          default -> {
            zipTwice(source, at, from.columnStep(), between, 0, LANES);
            zipTwice(between, 0, LANES, target, toAt, to.rowStep());
          }
        }
      }
    }
  }

  /// One stage: rows 0 and n/2 become rows 0 and 1, rows 1 and n/2 + 1 become rows 2 and 3, and so
  /// on.
  private static void zip(double[] from, int at, int step, double[] to, int toAt, int toStep) {
    for (int row = 0; row < LANES / 2; row++) {
      int lower = row + LANES / 2;
      DoubleVector x = DoubleVector.fromArray(SPECIES, from, at + row * step);
      DoubleVector y = DoubleVector.fromArray(SPECIES, from, at + lower * step);
      x.rearrange(FIRST, y).intoArray(to, toAt + 2 * row * toStep);
      x.rearrange(SECOND, y).intoArray(to, toAt + (2 * row + 1) * toStep);
    }
  }

  /// Two stages at once: four rows, a quarter of the square apart, become neighbours.
  private static void zipTwice(double[] from, int at, int step, double[] to, int toAt, int toStep) {
    int quarter = LANES / 4;
    for (int row = 0; row < quarter; row++) {
      DoubleVector a = DoubleVector.fromArray(SPECIES, from, at + row * step);
      DoubleVector b = DoubleVector.fromArray(SPECIES, from, at + (row + quarter) * step);
      DoubleVector c = DoubleVector.fromArray(SPECIES, from, at + (row + 2 * quarter) * step);
      DoubleVector d = DoubleVector.fromArray(SPECIES, from, at + (row + 3 * quarter) * step);
      DoubleVector ac = a.rearrange(FIRST, c);
      DoubleVector bd = b.rearrange(FIRST, d);
      ac.rearrange(FIRST, bd).intoArray(to, toAt + 4 * row * toStep);
      ac.rearrange(SECOND, bd).intoArray(to, toAt + (4 * row + 1) * toStep);
      ac = a.rearrange(SECOND, c);
      bd = b.rearrange(SECOND, d);
      ac.rearrange(FIRST, bd).intoArray(to, toAt + (4 * row + 2) * toStep);
      ac.rearrange(SECOND, bd).intoArray(to, toAt + (4 * row + 3) * toStep);
    }
  }
}
