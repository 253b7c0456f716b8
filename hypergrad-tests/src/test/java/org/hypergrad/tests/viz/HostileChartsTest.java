package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hypergrad.viz.chart.Chart;
import org.hypergrad.viz.chart.ConfusionMatrixChart;
import org.hypergrad.viz.chart.DecisionBoundary;
import org.hypergrad.viz.chart.Histogram;
import org.hypergrad.viz.chart.LineChart;
import org.hypergrad.viz.chart.WeightImages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/// Names in charts may be anything: what is drawn stays well-formed and does nothing.
class HostileChartsTest {
  static Stream<String> names() {
    return HostileNames.ALL.stream();
  }

  private static List<Chart> charts(String name) {
    double[][] points = {{0, 0}, {1, 1}};
    return List.of(
        LineChart.of(name, 1, Double.NaN, 2).line(name, 1, 2, 3).axes(name, name).titled(name),
        Histogram.of(1, 2, 3).axis(name).titled(name),
        ConfusionMatrixChart.of(List.of(name, name), new long[][] {{1, 2}, {3, 4}}).titled(name),
        DecisionBoundary.of(points, new int[] {0, 1}, batch -> new int[batch.length])
            .named(List.of(name, name))
            .axes(name, name)
            .titled(name),
        WeightImages.of(new double[][] {{1, 2, 3, 4}}).named(List.of(name)).titled(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void charts_stay_well_formed_and_inert(String name) throws Exception {
    for (Chart chart : charts(name)) {
      List<Element> elements = HostileNamesTest.elements(HostileNamesTest.parsed(chart.toSvg()));
      assertThat(elements)
          .extracting(Element::getTagName)
          .containsOnlyOnceElementsOf(List.of("svg", "desc", "style"))
          .isSubsetOf("svg", "title", "desc", "style", "rect", "g", "path", "text", "image");
      for (Element element : elements) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
          Attr attribute = (Attr) element.getAttributes().item(i);
          assertThat(attribute.getName()).doesNotStartWith("on");
          if (attribute.getName().contains("href")) {
            assertThat(attribute.getValue()).matches("data:image/png;base64,[A-Za-z0-9+/=]+");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void no_text_turns_the_direction_or_ends_a_line(String name) {
    for (Chart chart : charts(name)) {
      HostileNames.assertDrawable(chart.toSvg());
    }
  }
}
