package org.hypergrad.viz.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.hypergrad.viz.svg.Numbers;

/// Equal differences are equal distances. Ticks are multiples of 1, 2 or 5 times a power of ten, in
/// decimal arithmetic, so that none is called 0.30000000000000004.
///
/// @param isWhole whether ticks between whole numbers mean nothing, as for epochs
record LinearScale(double low, double high, boolean isWhole) implements Scale {
  private static final int[] STEPS = {1, 2, 5, 10};

  /// A smaller part of a value than this is as good as no difference.
  private static final double FLAT = 1e-9;

  private static final double TINY = 1e-300;

  /// The scale that holds these values. For values that are all the same it holds some room around
  /// them.
  static LinearScale of(double least, double most, boolean isWhole) {
    double size = Math.max(Math.abs(least), Math.abs(most));
    if (most / 2 - least / 2 > size * FLAT && size > TINY) {
      return new LinearScale(least, most, isWhole);
    }
    double room = isWhole || size <= TINY ? 1 : size / 2;
    return new LinearScale(
        Math.max(least - room, -Double.MAX_VALUE),
        Math.min(most + room, Double.MAX_VALUE),
        isWhole);
  }

  @Override
  public LinearScale rounded(int mostTicks) {
    BigDecimal step = step(mostTicks);
    double first = multiple(low, step, RoundingMode.FLOOR).doubleValue();
    double last = multiple(high, step, RoundingMode.CEILING).doubleValue();
    LinearScale longer =
        new LinearScale(
            Math.max(first, -Double.MAX_VALUE), Math.min(last, Double.MAX_VALUE), isWhole);
    // what is longer may have fewer ticks
    return longer.step(mostTicks).compareTo(step) == 0 ? longer : longer.rounded(mostTicks);
  }

  @Override
  public double place(double value) {
    return (value / 2 - low / 2) / (high / 2 - low / 2);
  }

  @Override
  public boolean accepts(double value) {
    return Double.isFinite(value);
  }

  @Override
  public List<Tick> ticks(int most) {
    BigDecimal step = step(most);
    BigDecimal end = BigDecimal.valueOf(high);
    List<Tick> ticks = new ArrayList<>();
    BigDecimal value = multiple(low, step, RoundingMode.CEILING);
    for (; value.compareTo(end) <= 0; value = value.add(step)) {
      ticks.add(new Tick(value.doubleValue(), Numbers.text(value)));
    }
    return ticks;
  }

  /// The least round step that makes no more than this many of the whole length.
  private BigDecimal step(int most) {
    double least = high / most - low / most;
    int exponent = (int) Math.floor(Math.log10(least));
    for (int digit : STEPS) {
      BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
      if (step.doubleValue() >= least) {
        return isWhole ? step.max(BigDecimal.ONE) : step;
      }
    }
    throw new AssertionError(this);
  }

  private static BigDecimal multiple(double value, BigDecimal step, RoundingMode rounding) {
    return BigDecimal.valueOf(value).divide(step, 0, rounding).multiply(step);
  }
}
