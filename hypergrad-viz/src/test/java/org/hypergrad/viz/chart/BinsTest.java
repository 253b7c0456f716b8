package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values in bins.
class BinsTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_value_is_counted_once(long seed) {
    Random random = new Random(seed);
    double[] sorted = random.doubles(1 + random.nextInt(1000), -1e3, 1e3).sorted().toArray();
    Bins bins = Bins.of(sorted, 1 + random.nextInt(50));
    assertThat(Arrays.stream(bins.counts()).sum()).isEqualTo(sorted.length);
  }

  @Test
  void the_last_bin_holds_its_end() {
    assertThat(Bins.of(new double[] {0, 1, 2, 3, 4}, 4).counts()).containsExactly(1, 1, 1, 2);
  }

  /// 0 to 7: quartiles 1.75 and 5.25, so bins are 2 · 3.5 / 2 wide.
  @Test
  void freedman_and_diaconis_advise() {
    assertThat(Bins.advised(new double[] {0, 1, 2, 3, 4, 5, 6, 7})).isEqualTo(2);
  }

  @Test
  void where_half_the_values_are_the_same_sturges_advises() {
    assertThat(Bins.advised(new double[] {0, 1, 1, 1, 1, 1, 1, 9})).isEqualTo(4);
  }

  @Test
  void one_far_value_does_not_make_millions_of_bins() {
    double[] values = new Random(1).doubles(1000).toArray();
    values[0] = 1e12;
    assertThat(Bins.advised(Arrays.stream(values).sorted().toArray())).isEqualTo(200);
  }

  @Test
  void constant_values_are_one_bin() {
    assertThat(Bins.advised(new double[] {2, 2, 2})).isPositive();
    assertThat(Bins.of(new double[] {2, 2, 2}, 7))
        .satisfies(bins -> {
          assertThat(bins.counts()).containsExactly(3);
          assertThat(bins.low()).isEqualTo(bins.high());
        });
  }

  @Test
  void no_values_are_no_bins() {
    assertThat(Bins.of(new double[0], Bins.advised(new double[0])).counts()).isEmpty();
  }

  @Test
  void the_widest_range_has_bins() {
    double[] values = {-Double.MAX_VALUE, 0, Double.MAX_VALUE};
    Bins bins = Bins.of(values, 3);
    assertThat(bins.counts()).containsExactly(1, 1, 1);
    assertThat(bins.edge(1)).isBetween(-Double.MAX_VALUE, 0.0);
    assertThat(Bins.advised(values)).isPositive();
  }
}
