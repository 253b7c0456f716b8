// Generated from Float64Extremes.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.hypergrad.kernels.vector.Float32Coefficients.SIGN_BIT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// The largest and the smallest of float32 elements that lie side by side: NaN if there is one, and
/// −0 is less than 0.
///
/// The bits of numbers are whole numbers in the same order, once those below the sign of a negative
/// number are turned over. These compare in one instruction, where the rules about NaN and −0 take
/// six. A NaN stands above ∞ or below −∞, so that it is the largest or the smallest itself.
final class Float32Extremes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// All bits but the sign.
  private static final long MAGNITUDE = (1L << SIGN_BIT) - 1;

  private Float32Extremes() {}

  /// The largest of `n` elements, which fill a vector at least.
  static float max(float[] x, int from, int n) {
    return extreme(true, x, from, n);
  }

  /// The smallest of `n` elements, which fill a vector at least.
  static float min(float[] x, int from, int n) {
    return extreme(false, x, from, n);
  }

  /// As long as a sum, for the reason that [Float32Reductions] has.
  private static float extreme(boolean largest, float[] x, int from, int n) {
    IntVector high = turned(bits(x, from + n - LANES)); // met twice, which changes nothing
    IntVector low = high;
    IntVector high1 = high;
    IntVector low1 = high;
    IntVector high2 = high;
    IntVector low2 = high;
    IntVector high3 = high;
    IntVector low3 = high;
    int i = 0;
    for (; i <= n - 4 * LANES; i += 4 * LANES) {
      IntVector keys = turned(bits(x, from + i));
      high = high.max(keys);
      low = low.min(keys);
      IntVector keys1 = turned(bits(x, from + i + LANES));
      high1 = high1.max(keys1);
      low1 = low1.min(keys1);
      IntVector keys2 = turned(bits(x, from + i + 2 * LANES));
      high2 = high2.max(keys2);
      low2 = low2.min(keys2);
      IntVector keys3 = turned(bits(x, from + i + 3 * LANES));
      high3 = high3.max(keys3);
      low3 = low3.min(keys3);
    }
    for (; i <= n - LANES; i += LANES) {
      IntVector keys = turned(bits(x, from + i));
      high = high.max(keys);
      low = low.min(keys);
    }
    FloatVector max = turned(high.max(high1).max(high2.max(high3))).reinterpretAsFloats();
    FloatVector min = turned(low.min(low1).min(low2.min(low3))).reinterpretAsFloats();
    return largest
        ? max.blend(min, min.test(IS_NAN)).reduceLanes(MAX)
        : min.blend(max, max.test(IS_NAN)).reduceLanes(MIN);
  }

  private static IntVector bits(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at).reinterpretAsInts();
  }

  /// Whole numbers in the order of the numbers with these bits, and back.
  private static IntVector turned(IntVector bits) {
    return bits.lanewise(XOR, bits.lanewise(ASHR, SIGN_BIT).lanewise(AND, MAGNITUDE));
  }
}
