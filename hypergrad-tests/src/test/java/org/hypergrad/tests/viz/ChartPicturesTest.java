package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hypergrad.Tensor;
import org.hypergrad.viz.chart.Chart;
import org.hypergrad.viz.chart.ConfusionMatrixChart;
import org.hypergrad.viz.chart.DecisionBoundary;
import org.hypergrad.viz.chart.Histogram;
import org.hypergrad.viz.chart.LineChart;
import org.hypergrad.viz.chart.WeightImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A chart of each kind, as [Picture] compares them.
class ChartPicturesTest {
  static Set<String> names() {
    return Charts.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_chart_looks_as_it_did(String name) throws IOException {
    Picture.check(name, Charts.all().get(name).toSvg());
  }

  @Test
  void a_chart_is_the_same_in_every_locale() {
    String here = svgs();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(svgs()).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void tensors_are_drawn_as_their_numbers() {
    double[] values = {3, 1, 2, 5};
    double[][] rows = {{3, 1}, {2, 5}};
    List<String> names = List.of("a", "b");
    assertThat(LineChart.of("a", Tensor.of(values)).toSvg())
        .isEqualTo(LineChart.of("a", values).toSvg());
    assertThat(Histogram.of(Tensor.of(rows)).toSvg()).isEqualTo(Histogram.of(values).toSvg());
    assertThat(WeightImages.of(Tensor.of(rows)).toSvg()).isEqualTo(WeightImages.of(rows).toSvg());
    assertThat(ConfusionMatrixChart.of(names, Tensor.of(new long[][] {{3, 1}, {2, 5}})).toSvg())
        .isEqualTo(ConfusionMatrixChart.of(names, new long[][] {{3, 1}, {2, 5}}).toSvg());
    assertThat(
            DecisionBoundary.ofProbabilities(
                    Tensor.of(rows), Tensor.of(0L, 1L), x -> x.mul(0.5).softmax(1))
                .toSvg())
        .isEqualTo(
            DecisionBoundary.ofProbabilities(rows, new int[] {0, 1}, ChartPicturesTest::halfSoftmax)
                .toSvg());
    assertThatThrownBy(() ->
            DecisionBoundary.ofProbabilities(Tensor.of(values), Tensor.of(0L), x -> x.softmax(1)))
        .hasMessage("Points have to be a matrix, not of shape [4]");
    assertThatThrownBy(() -> WeightImages.of(Tensor.of(values)))
        .hasMessageContaining("a matrix, not of shape [4]");
    assertThatThrownBy(() -> ConfusionMatrixChart.of(names, Tensor.of(values)))
        .hasMessageContaining("has the shape [2, 2], not [4]");
  }

  private static double[][] halfSoftmax(double[][] points) {
    double[][] probabilities = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      probabilities[i] = Tensor.of(points[i]).mul(0.5).softmax(0).toDoubles();
    }
    return probabilities;
  }

  private static String svgs() {
    return Charts.all().values().stream().map(Chart::toSvg).reduce("", String::concat);
  }
}
