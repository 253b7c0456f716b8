package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Copies short rows of a matrix: `System.arraycopy` takes longer to begin than they take.
final class Float64Rows {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// Rows with more elements are not short.
  static final int SHORT = 8 * LANES;

  private Float64Rows() {}

  /// Copies `from` to `to`, both with rows in one piece.
  ///
  /// @param to as wide as `from`; or wider, a multiple of the vectors' length: then with zeros
  static void copy(Float64Matrix from, Float64Matrix to) {
    int whole = from.columns() - from.columns() % LANES;
    VectorMask<Double> read = SPECIES.indexInRange(whole, from.columns());
    VectorMask<Double> written = SPECIES.indexInRange(whole, to.columns());
    int at = from.start();
    int toAt = to.start();
    for (int row = 0; row < from.rows(); row++) {
      for (int column = 0; column < whole; column += LANES) {
        DoubleVector.fromArray(SPECIES, from.array(), at + column)
            .intoArray(to.array(), toAt + column);
      }
      if (whole < to.columns()) {
        DoubleVector.fromArray(SPECIES, from.array(), at + whole, read)
            .intoArray(to.array(), toAt + whole, written);
      }
      for (int column = whole + LANES; column < to.columns(); column += LANES) {
        DoubleVector.zero(SPECIES).intoArray(to.array(), toAt + column);
      }
      at += from.rowStep();
      toAt += to.rowStep();
    }
  }
}
