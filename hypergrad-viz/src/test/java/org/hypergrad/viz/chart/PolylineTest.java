package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Lines with many points, few, and gaps.
class PolylineTest {
  private static Polyline line(double... values) {
    double[] x = IntStream.range(0, values.length).asDoubleStream().toArray();
    Axes axes =
        new Axes(
            new LinearScale(0, Math.max(1, values.length - 1), false),
            new LinearScale(0, 100, false),
            "",
            "",
            0,
            400,
            0,
            100);
    return Polyline.of(new Series("line", x, values), axes);
  }

  @Test
  void few_points_are_all_there() {
    assertThat(line(0, 100, 50).lines()).isEqualTo("M0 100L200 0L400 50");
  }

  @Test
  void a_gap_is_where_there_is_no_number() {
    assertThat(line(0, 0, Double.NaN, 0, 0).lines()).isEqualTo("M0 100L100 100M300 100L400 100");
  }

  @Test
  void a_point_alone_is_a_dot() {
    Polyline line = line(0, Double.NaN, Double.POSITIVE_INFINITY, 0, 0);
    assertThat(line.dots()).isEqualTo("M0 100h0");
    assertThat(line.lines()).isEqualTo("M300 100L400 100");
    assertThat(line(7).dots()).isEqualTo("M0 93h0");
  }

  @Test
  void many_points_become_few_and_no_spike_is_lost() {
    double[] values = new Random(1).doubles(100_000, 40, 60).toArray();
    values[12_345] = 100;
    values[77_777] = 0;
    String path = line(values).lines();
    assertThat(path.split("[ML]")).hasSizeLessThan(4 * 402);
    assertThat(path).contains(" 0L").contains(" 100L");
    assertThat(path).startsWith("M0 ").contains("L400 ");
  }

  @Test
  void in_a_column_points_keep_their_order() {
    double[] values = new double[4001];
    values[1] = 80;
    values[2] = 20;
    assertThat(line(values).lines()).startsWith("M0 100L0.1 20L0.4 100");
  }
}
