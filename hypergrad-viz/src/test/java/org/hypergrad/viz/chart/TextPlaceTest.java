package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the numbers, the names and the size: text stays inside the chart, and names at an axis
/// do not lie on each other.
class TextPlaceTest {
  private static final double ROUNDING = 0.2;

  private static final List<String> NAMES =
      List.of(
          "a",
          "loss",
          "validation",
          "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
          "\"<script>\" & 'others'",
          "字字字字字字字字字字字字",
          "🙂🙂🙂",
          "two\nlines \u202E",
          "",
          "long ".repeat(200));

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private static double[] numbers(Random random, int most) {
    double size = Math.pow(10, random.nextInt(-30, 30));
    double start = random.nextBoolean() ? 0 : size * random.nextInt(1000);
    double[] numbers = new double[random.nextInt(most)];
    Arrays.setAll(
        numbers, _ -> random.nextInt(20) == 0 ? Double.NaN : start + size * random.nextGaussian());
    return numbers;
  }

  private static Chart sized(Chart chart, Random random) {
    return chart.sized(random.nextInt(240, 900), random.nextInt(240, 700));
  }

  private static void check(Chart chart) {
    String svg = chart.toSvg();
    double width = number(svg, " width=\"");
    double height = number(svg, " height=\"");
    List<DrawnText> texts = DrawnText.of(svg);
    assertThat(texts)
        .allSatisfy(text -> {
          assertThat(text.left()).isGreaterThanOrEqualTo(-ROUNDING);
          assertThat(text.right()).isLessThanOrEqualTo(width + ROUNDING);
          assertThat(text.top()).isGreaterThanOrEqualTo(-ROUNDING);
          assertThat(text.bottom()).isLessThanOrEqualTo(height + ROUNDING);
        });
    List<DrawnText> named =
        texts.stream().filter(text -> !text.style().startsWith("zero")).toList();
    for (int i = 0; i < named.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(named.get(i).overlaps(named.get(j)))
            .as("%s on %s", named.get(i), named.get(j))
            .isFalse();
      }
    }
  }

  private static double number(String svg, String before) {
    int start = svg.indexOf(before) + before.length();
    return Double.parseDouble(svg.substring(start, svg.indexOf('"', start)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lines(long seed) {
    Random random = new Random(seed);
    LineChart chart = LineChart.of(name(random), numbers(random, 30));
    for (int more = random.nextInt(12); more > 0; more--) {
      chart = chart.line(name(random), numbers(random, 30));
    }
    chart = chart.titled(name(random)).axes(name(random), name(random));
    check(sized(random.nextBoolean() ? chart.logarithmic() : chart, random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void histograms(long seed) {
    Random random = new Random(seed);
    Histogram chart = Histogram.of(numbers(random, 200));
    check(sized(chart.titled(name(random)).axis(name(random)), random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void confusion_matrices(long seed) {
    Random random = new Random(seed);
    int n = random.nextInt(1, 31);
    List<String> names = random.longs(n).mapToObj(_ -> name(random)).collect(Collectors.toList());
    long[][] counts = new long[n][n];
    int most = (int) Math.pow(10, random.nextInt(9)) + 1;
    for (long[] row : counts) {
      Arrays.setAll(row, _ -> random.nextInt(most));
    }
    check(sized(ConfusionMatrixChart.of(names, counts).titled(name(random)), random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void decision_boundaries(long seed) {
    Random random = new Random(seed);
    double size = Math.pow(10, random.nextInt(-20, 20));
    double[][] points = new double[1 + random.nextInt(20)][];
    Arrays.setAll(
        points, _ -> new double[] {size * random.nextGaussian(), size * random.nextGaussian()});
    int[] classes = random.ints(points.length, 0, 9).toArray();
    DecisionBoundary chart =
        DecisionBoundary.of(
            points,
            classes,
            batch -> Arrays.stream(batch).mapToInt(p -> p[0] > 0 ? 8 : 0).toArray());
    List<String> names = random.longs(9).mapToObj(_ -> name(random)).toList();
    chart = chart.named(names).titled(name(random)).axes(name(random), name(random));
    check(sized(chart, random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void weights(long seed) {
    Random random = new Random(seed);
    int size = random.nextInt(1, 65);
    double[][] rows = new double[1 + random.nextInt(200)][size];
    for (double[] row : rows) {
      Arrays.setAll(row, _ -> 1e-7 * random.nextGaussian());
    }
    rows[0][0] = random.nextBoolean() ? Double.NaN : 0;
    WeightImages chart = WeightImages.of(rows).titled(name(random));
    if (random.nextBoolean()) {
      chart = chart.named(random.longs(rows.length).mapToObj(_ -> name(random)).toList());
    }
    check(sized(chart, random));
  }

  @Test
  void names_that_fit_are_written_in_full() {
    String svg = LineChart.of("training", 1, 2).line("validation", 2, 1).toSvg();
    assertThat(DrawnText.of(svg)).extracting(DrawnText::text).contains("training", "validation");
  }

  @Test
  void many_names_end_in_how_many_more_there_are() {
    LineChart chart = LineChart.of("run 0", 1, 2);
    for (int i : Collections.nCopies(99, 1)) {
      chart = chart.line("run", i, 2);
    }
    assertThat(DrawnText.of(chart.toSvg()))
        .extracting(DrawnText::text)
        .anyMatch(text -> text.matches("and \\d+ more"));
  }
}
