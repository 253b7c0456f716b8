package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Loads vectors of float64, from arrays of either floating type.
final class Widening {
  /// The vectors of float64 of the machine.
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /// Vectors of float32 of half the size, which hold as many elements.
  private static final VectorSpecies<Float> NARROW =
      VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

  private Widening() {}

  /// The elements from `at` on.
  static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  /// The elements from `at` on, widened.
  static DoubleVector load(float[] array, int at) {
    FloatVector narrow = FloatVector.fromArray(NARROW, array, at);
    return (DoubleVector) narrow.convertShape(VectorOperators.F2D, SPECIES, 0);
  }

  /// The sums of the elements from `at` on with those that lie one vector further.
  static DoubleVector pairs(double[] array, int at) {
    return load(array, at).add(load(array, at + SPECIES.length()));
  }

  /// The sums of the elements from `at` on with those that lie one vector further: added up in
  /// float32, then widened, for widening each would take longer than to read them. A pair is off by
  /// at most 2⁻²⁴ of its sum, and infinite where that is beyond float32.
  static DoubleVector pairs(float[] array, int at) {
    FloatVector sums =
        FloatVector.fromArray(NARROW, array, at)
            .add(FloatVector.fromArray(NARROW, array, at + SPECIES.length()));
    return (DoubleVector) sums.convertShape(VectorOperators.F2D, SPECIES, 0);
  }
}
