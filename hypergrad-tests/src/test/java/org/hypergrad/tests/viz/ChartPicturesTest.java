package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.hypergrad.viz.chart.Chart;
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

  private static String svgs() {
    return Charts.all().values().stream().map(Chart::toSvg).reduce("", String::concat);
  }
}
