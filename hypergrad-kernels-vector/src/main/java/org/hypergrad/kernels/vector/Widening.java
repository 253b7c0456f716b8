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

  /// The sum of four numbers.
  static double four(double a, double b, double c, double d) {
    return a + b + (c + d);
  }

  /// The sum of four numbers, in float32.
  static double four(float a, float b, float c, float d) {
    return a + b + (c + d);
  }

  /// The sums of the elements from `at` on with those that lie once, twice and three times `step`
  /// further.
  static DoubleVector four(double[] array, int at, int step) {
    DoubleVector sums = load(array, at).add(load(array, at + step));
    return sums.add(load(array, at + 2 * step).add(load(array, at + 3 * step)));
  }

  /// The same, added up in float32, then widened, for widening each would take longer than to read
  /// them. A sum is off by at most 2⁻²³ of what its elements are without their signs, and infinite
  /// where it is beyond float32.
  static DoubleVector four(float[] array, int at, int step) {
    FloatVector sums = narrow(array, at).add(narrow(array, at + step));
    FloatVector others = narrow(array, at + 2 * step).add(narrow(array, at + 3 * step));
    return (DoubleVector) sums.add(others).convertShape(VectorOperators.F2D, SPECIES, 0);
  }

  private static FloatVector narrow(float[] array, int at) {
    return FloatVector.fromArray(NARROW, array, at);
  }
}
