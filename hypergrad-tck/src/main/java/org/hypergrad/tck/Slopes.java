package org.hypergrad.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.hypergrad.Tensor;

/// Derivatives by central differences, element by element.
final class Slopes {
  private static final double STEP = 1e-5;

  private Slopes() {}

  /// Compares gradients for those of `leaves` that require one with the slope of `value`.
  static void check(
      Tensor[] leaves,
      List<Tensor> gradients,
      DoubleSupplier value,
      double tolerance,
      String what) {
    int wanted = 0;
    for (int i = 0; i < leaves.length; i++) {
      if (!leaves[i].requiresGrad()) {
        continue;
      }
      double[] expected = gradients.get(wanted++).toDoubles();
      for (int element = 0; element < expected.length; element++) {
        double slope = slope(leaves[i], element, value);
        assertEquals(
            slope,
            expected[element],
            tolerance * Math.max(1, Math.abs(slope)),
            what + " for element " + element + " of input " + i + ", " + leaves[i]);
      }
    }
  }

  private static double slope(Tensor leaf, int element, DoubleSupplier value) {
    double before = leaf.storage().getDouble(element);
    leaf.storage().set(element, before + STEP);
    double above = value.getAsDouble();
    leaf.storage().set(element, before - STEP);
    double below = value.getAsDouble();
    leaf.storage().set(element, before);
    return (above - below) / (2 * STEP);
  }
}
