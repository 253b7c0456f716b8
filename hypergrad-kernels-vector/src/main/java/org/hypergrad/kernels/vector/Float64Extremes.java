package org.hypergrad.kernels.vector;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.hypergrad.kernels.vector.Float64Coefficients.SIGN_BIT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// The largest and the smallest of float64 elements that lie side by side: NaN if there is one, and
/// −0 is less than 0.
///
/// The bits of numbers are whole numbers in the same order, once those below the sign of a negative
/// number are turned over. These compare in one instruction, where the rules about NaN and −0 take
/// six. A NaN stands above ∞ or below −∞, so that it is the largest or the smallest itself.
final class Float64Extremes {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// All bits but the sign.
  private static final long MAGNITUDE = (1L << SIGN_BIT) - 1;

  private Float64Extremes() {}

  /// The largest of `n` elements, which fill a vector at least.
  static double max(double[] x, int from, int n) {
    return extreme(true, x, from, n);
  }

  /// The smallest of `n` elements, which fill a vector at least.
  static double min(double[] x, int from, int n) {
    return extreme(false, x, from, n);
  }

  /// As long as a sum, for the reason that [Float64Reductions] has.
  private static double extreme(boolean largest, double[] x, int from, int n) {
    LongVector high = turned(bits(x, from + n - LANES)); // met twice, which changes nothing
    LongVector low = high;
    LongVector high1 = high;
    LongVector low1 = high;
    LongVector high2 = high;
    LongVector low2 = high;
    LongVector high3 = high;
    LongVector low3 = high;
    int i = 0;
    for (; i <= n - 4 * LANES; i += 4 * LANES) {
      LongVector keys = turned(bits(x, from + i));
      high = high.max(keys);
      low = low.min(keys);
      LongVector keys1 = turned(bits(x, from + i + LANES));
      high1 = high1.max(keys1);
      low1 = low1.min(keys1);
      LongVector keys2 = turned(bits(x, from + i + 2 * LANES));
      high2 = high2.max(keys2);
      low2 = low2.min(keys2);
      LongVector keys3 = turned(bits(x, from + i + 3 * LANES));
      high3 = high3.max(keys3);
      low3 = low3.min(keys3);
    }
    for (; i <= n - LANES; i += LANES) {
      LongVector keys = turned(bits(x, from + i));
      high = high.max(keys);
      low = low.min(keys);
    }
    DoubleVector max = turned(high.max(high1).max(high2.max(high3))).reinterpretAsDoubles();
    DoubleVector min = turned(low.min(low1).min(low2.min(low3))).reinterpretAsDoubles();
    return largest
        ? max.blend(min, min.test(IS_NAN)).reduceLanes(MAX)
        : min.blend(max, max.test(IS_NAN)).reduceLanes(MIN);
  }

  private static LongVector bits(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at).reinterpretAsLongs();
  }

  /// Whole numbers in the order of the numbers with these bits, and back.
  private static LongVector turned(LongVector bits) {
    return bits.lanewise(XOR, bits.lanewise(ASHR, SIGN_BIT).lanewise(AND, MAGNITUDE));
  }
}
