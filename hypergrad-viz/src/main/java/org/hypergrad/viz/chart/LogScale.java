package org.hypergrad.viz.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hypergrad.viz.svg.Numbers;

/// Equal ratios are equal distances. What is not positive has no place on it.
record LogScale(double low, double high) implements Scale {
  private static final int[] DIGITS = {1, 2, 5};

  /// From the power of ten, or 2 or 5 times one, below the least value to that above the greatest.
  static LogScale of(double least, double most) {
    double low = round((int) Math.floor(3 * Math.log10(least)) - 2, least, false);
    double high = round((int) Math.floor(3 * Math.log10(most)) - 2, most, true);
    return low < high
        ? new LogScale(low, high)
        : new LogScale(Math.max(low / 10, Double.MIN_VALUE), Math.min(high * 10, Double.MAX_VALUE));
  }

  /// The next round value from `value`.
  ///
  /// @param start the number of a round value that is below
  private static double round(int start, double value, boolean isUp) {
    double below = Double.MIN_VALUE;
    for (int i = start; ; i++) {
      double next = round(i).doubleValue();
      if (next >= value && isUp) {
        return Math.min(next, Double.MAX_VALUE);
      }
      if (next > value) {
        return below;
      }
      below = Math.max(next, below);
    }
  }

  /// The round value of a number: 1, 2, 5, 10, 20 for 0 to 4.
  private static BigDecimal round(int number) {
    return BigDecimal.valueOf(DIGITS[Math.floorMod(number, 3)])
        .scaleByPowerOfTen(Math.floorDiv(number, 3));
  }

  @Override
  public double place(double value) {
    return (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
  }

  @Override
  public boolean accepts(double value) {
    return value > 0 && Double.isFinite(value);
  }

  @Override
  public LogScale rounded(int mostTicks) {
    return this;
  }

  @Override
  public List<Tick> ticks(int most) {
    int first = (int) Math.floor(3 * Math.log10(low)) - 2;
    List<Tick> round = new ArrayList<>();
    for (int i = first; round(i).doubleValue() <= high; i++) {
      double value = round(i).doubleValue();
      if (value >= low) {
        round.add(new Tick(value, Numbers.text(round(i))));
      }
    }
    // text is lower than it is wide: these may be closer
    if (round.size() <= 2 * most) {
      return round;
    }
    int decades = (int) Math.ceil(Math.log10(high) - Math.log10(low));
    int every = Math.max(1, Math.ceilDiv(decades, most));
    return round.stream().filter(tick -> isPower(tick.value(), every)).toList();
  }

  private static boolean isPower(double value, int every) {
    long exponent = Math.round(Math.log10(value));
    return Double.parseDouble("1e" + exponent) == value && exponent % every == 0;
  }
}
