package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Charts as values, and as files.
class ChartTest {
  private static final LineChart LINES = LineChart.of("loss", 3, 2, 1);

  @Test
  void a_setting_leaves_the_chart_as_it_was() {
    String before = LINES.toSvg();
    assertThat(LINES.titled("other").sized(300, 300).logarithmic().line("more", 1).toSvg())
        .isNotEqualTo(before);
    assertThat(LINES.toSvg()).isEqualTo(before);
  }

  @Test
  void a_chart_keeps_its_numbers() {
    double[] losses = {3, 2, 1};
    LineChart chart = LineChart.of("loss", losses);
    long[][] counts = {{1, 2}, {3, 4}};
    ConfusionMatrixChart matrix = ConfusionMatrixChart.of(List.of("a", "b"), counts);
    String before = chart.toSvg() + matrix.toSvg();
    losses[0] = 100;
    counts[0][0] = 100;
    assertThat(chart.toSvg() + matrix.toSvg()).isEqualTo(before);
  }

  @Test
  void a_chart_is_written_whole(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("loss.SVG");
    Files.writeString(file, "older");
    LINES.write(file);
    assertThat(Files.readString(file)).isEqualTo(LINES.toSvg());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_chart_that_cannot_be_written_leaves_nothing_behind(@TempDir Path folder)
      throws IOException {
    assertThatThrownBy(() -> LINES.write(folder.resolve("absent").resolve("loss.svg")))
        .isInstanceOf(NoSuchFileException.class);
    Path taken = Files.createDirectories(folder.resolve("taken.svg").resolve("inside"));
    assertThatThrownBy(() -> LINES.write(taken.getParent())).isInstanceOf(IOException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(taken.getParent());
    }
  }

  @Test
  void another_format_is_an_error() {
    assertThatThrownBy(() -> LINES.write(Path.of("x.png")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A chart is written as .svg, not as x.png");
  }

  @Test
  void a_size_no_text_fits_in_is_an_error() {
    assertThatThrownBy(() -> LINES.sized(100, 400))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100 x 400");
  }

  @Test
  void what_is_not_finite_is_counted_and_told() {
    assertThat(LineChart.of("loss", 1, Double.NaN, 3).toSvg())
        .contains(">1 of 3 values not finite: loss<");
    assertThat(LineChart.of("loss", 1, 0, Double.NaN).logarithmic().toSvg())
        .contains(">2 of 3 values not positive or not finite: loss<");
    assertThat(Histogram.of(1, Double.NaN, 3).toSvg()).contains(">3 values, 1 of them not finite;");
    assertThat(WeightImages.of(new double[][] {{1, Double.NaN}}).toSvg())
        .contains(">1 of 2 weights not finite; NaN is grey<");
  }

  @Test
  void nothing_to_draw_is_said() {
    for (Chart chart :
        List.of(LineChart.of("loss"), LineChart.of("loss", Double.NaN), Histogram.of())) {
      assertThat(chart.toSvg()).contains(">no values<");
    }
    assertThat(ConfusionMatrixChart.of(List.of("a"), new long[1][1]).toSvg())
        .contains(">no samples<");
  }

  @Test
  void numbers_that_do_not_belong_together_are_errors() {
    assertThatThrownBy(() -> LineChart.of("loss", new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 places for 3 values");
    assertThatThrownBy(() -> ConfusionMatrixChart.of(List.of("a", "b"), new long[2][3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConfusionMatrixChart.of(List.of("a"), new long[][] {{-1}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WeightImages.of(new double[][] {{1, 2}, {1}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WeightImages.of(new double[1][6]).shaped(2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("shape '[2, 2]' is invalid for input of size 6");
    assertThatThrownBy(() -> Histogram.of(1).bins(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_boundary_needs_points_with_classes_and_an_answer_for_each() {
    double[][] point = {{0, 0}};
    assertThatThrownBy(() -> DecisionBoundary.of(point, new int[2], batch -> new int[batch.length]))
        .hasMessageStartingWith("1 points and 2 classes");
    assertThatThrownBy(() -> DecisionBoundary.of(point, new int[1], _ -> new int[3]))
        .hasMessageContaining("3 answers for");
    assertThatThrownBy(() -> DecisionBoundary.of(point, new int[1], ChartTest::minusOnes))
        .hasMessage("The classifier gave a negative class");
    assertThatThrownBy(() ->
            DecisionBoundary.of(
                new double[][] {{0, Double.NaN}}, new int[1], batch -> new int[batch.length]))
        .hasMessageContaining("[0.0, NaN]");
  }

  private static int[] minusOnes(double[][] batch) {
    int[] classes = new int[batch.length];
    Arrays.fill(classes, -1);
    return classes;
  }

  @Test
  void points_in_a_foreign_region_stand_out() {
    String svg =
        DecisionBoundary.of(
                new double[][] {{0, 0}, {1, 1}}, new int[] {0, 1}, batch -> new int[batch.length])
            .toSvg();
    assertThat(svg)
        .contains("1 of 2 points lie in the region of their class")
        .contains("mark c1 missed");
  }

  @Test
  void rows_are_square_pictures_where_they_can_be() {
    assertThat(WeightImages.of(new double[1][784]).toSvg()).contains("pictures of 28 x 28 weights");
    assertThat(WeightImages.of(new double[1][6]).toSvg()).contains("pictures of 1 x 6 weights");
    assertThat(WeightImages.of(new double[1][6]).shaped(2, 3).toSvg())
        .contains("pictures of 2 x 3 weights");
  }
}
