package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.hypergrad.viz.chart.Scale.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Round numbers on axes of any length.
class ScaleTest {
  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  private static double any(Random random) {
    return random.nextGaussian() * Math.pow(10, random.nextInt(-12, 13));
  }

  private static List<String> labels(Scale scale, int most) {
    return scale.ticks(most).stream().map(Tick::label).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ticks_are_round_and_along_the_axis(long seed) {
    Random random = new Random(seed);
    double a = any(random);
    double b = any(random);
    int most = random.nextInt(3, 11);
    LinearScale scale = LinearScale.of(Math.min(a, b), Math.max(a, b), false);
    List<Tick> ticks = scale.ticks(most);
    assertThat(ticks).hasSizeBetween(1, most + 1);
    assertThat(ticks)
        .allSatisfy(tick -> {
          assertThat(tick.value()).isBetween(scale.low(), scale.high());
          assertThat(Double.parseDouble(tick.label())).isEqualTo(tick.value());
        });
    for (int i = 1; i < ticks.size(); i++) {
      BigDecimal step =
          new BigDecimal(ticks.get(i).label()).subtract(new BigDecimal(ticks.get(i - 1).label()));
      assertThat(step.stripTrailingZeros().unscaledValue()).isIn(one(1), one(2), one(5));
    }
  }

  private static BigInteger one(int digit) {
    return BigInteger.valueOf(digit);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_rounded_axis_begins_and_ends_at_a_tick_and_holds_all(long seed) {
    Random random = new Random(seed);
    double a = any(random);
    double b = any(random);
    LinearScale scale = LinearScale.of(Math.min(a, b), Math.max(a, b), false);
    LinearScale rounded = scale.rounded(5);
    assertThat(rounded.low()).isLessThanOrEqualTo(scale.low());
    assertThat(rounded.high()).isGreaterThanOrEqualTo(scale.high());
    List<Tick> ticks = rounded.ticks(5);
    assertThat(ticks.getFirst().value()).isEqualTo(rounded.low());
    assertThat(ticks.getLast().value()).isEqualTo(rounded.high());
    assertThat(rounded.place(scale.low())).isBetween(0.0, 1.0);
  }

  @Test
  void tenths_are_tenths() {
    assertThat(labels(new LinearScale(0, 0.5, false), 6))
        .containsExactly("0", "0.1", "0.2", "0.3", "0.4", "0.5");
  }

  @Test
  void whole_numbers_have_no_ticks_between_them() {
    assertThat(labels(new LinearScale(1, 3, true), 10)).containsExactly("1", "2", "3");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "3, 3",
    "-7e-5, -7e-5",
    "4.9e-324, 4.9e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "-1.7976931348623157e308, 1.7976931348623157e308",
    "1, 1.0000000000000002",
    "0, 4.9e-324"
  })
  void every_range_can_be_drawn(double least, double most) {
    for (Scale scale :
        List.of(
            LinearScale.of(least, most, false), LinearScale.of(least, most, false).rounded(5))) {
      assertThat(scale.low()).isLessThan(scale.high());
      assertThat(scale.place(least)).isBetween(0.0, 1.0);
      assertThat(scale.place(most)).isBetween(0.0, 1.0);
      assertThat(scale.ticks(6)).hasSizeBetween(1, 8);
    }
  }

  @Test
  void equal_ratios_are_equal_distances() {
    LogScale scale = LogScale.of(0.01, 100);
    assertThat(scale.place(0.01)).isZero();
    assertThat(scale.place(1)).isCloseTo(0.5, within(1e-12));
    assertThat(labels(scale, 5)).containsExactly("0.01", "0.1", "1", "10", "100");
  }

  @Test
  void a_short_logarithmic_axis_names_twos_and_fives() {
    assertThat(labels(LogScale.of(0.3, 4), 5)).containsExactly("0.2", "0.5", "1", "2", "5");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0.3, 0.3",
    "4.9e-324, 4.9e-324",
    "4.9e-324, 1.7976931348623157e308",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "1e-300, 1e300",
    "0.999, 1.001"
  })
  void every_positive_range_can_be_drawn(double least, double most) {
    LogScale scale = LogScale.of(least, most);
    assertThat(scale.low()).isLessThan(scale.high());
    assertThat(scale.place(least)).isBetween(0.0, 1.0);
    assertThat(scale.place(most)).isBetween(0.0, 1.0);
    assertThat(scale.ticks(5)).hasSizeBetween(1, 11);
  }

  @Test
  void what_is_not_positive_has_no_place_on_a_logarithmic_axis() {
    LogScale scale = LogScale.of(1, 10);
    assertThat(scale.accepts(0)).isFalse();
    assertThat(scale.accepts(-1)).isFalse();
    assertThat(scale.accepts(Double.NaN)).isFalse();
    assertThat(scale.accepts(1e-9)).isTrue();
  }
}
