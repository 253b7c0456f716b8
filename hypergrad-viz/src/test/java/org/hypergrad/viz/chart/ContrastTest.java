package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hypergrad.viz.svg.Svg;
import org.hypergrad.viz.text.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Counts on cells of any shade are read as easily as the guidelines for web content ask (WCAG 2.2,
/// 1.4.3: a contrast of 4.5).
class ContrastTest {
  private static final double ENOUGH = 4.5;

  /// A colour of the style sheets; the first is that of light mode, the second of dark mode.
  private static int[] colour(Class<?> place, String sheet, String name, int mode) {
    List<MatchResult> found =
        Pattern.compile("--" + name + ": #(\\w{6})")
            .matcher(Resource.text(place, sheet))
            .results()
            .toList();
    int rgb = Integer.parseInt(found.get(mode).group(1), 16);
    return new int[] {rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff};
  }

  private static double luminance(double[] colour) {
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = colour[i] / 255;
      linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private static double[] mixed(int[] under, int[] over, double opacity) {
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = under[i] * (1 - opacity) + over[i] * opacity;
    }
    return mixed;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void every_count_can_be_read(int mode) {
    int[] paper = colour(Svg.class, "theme.css", "paper", mode);
    int[] deep = colour(Canvas.class, "chart.css", "deep", mode);
    for (double share = 0; share <= 1; share += 0.001) {
      double shade = ConfusionMatrixChart.shade(share);
      String style = ConfusionMatrixChart.textStyle(shade);
      double text = luminance(mixed(colour(Canvas.class, "chart.css", style, mode), deep, 0));
      double cell = luminance(mixed(paper, deep, shade));
      double contrast = (Math.max(text, cell) + 0.05) / (Math.min(text, cell) + 0.05);
      assertThat(contrast).as("share %s, mode %s", share, mode).isGreaterThanOrEqualTo(ENOUGH);
    }
  }
}
