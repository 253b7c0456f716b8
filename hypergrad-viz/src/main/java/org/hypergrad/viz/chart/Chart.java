package org.hypergrad.viz.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.hypergrad.viz.svg.AtomicFile;

/// Numbers, ready to be drawn. Immutable: every setting gives a chart of its own.
///
/// ```java
/// LineChart.of("training", losses)
///     .line("validation", validationLosses)
///     .titled("Digits")
///     .axes("epoch", "loss")
///     .write(Path.of("loss.svg"));
/// ```
///
/// The SVG follows the reader's light or dark mode, its text can be selected, and nothing has to be
/// loaded or installed for it. The same numbers give the same characters on every machine. Names
/// may be any text: what does not fit is shortened, and shown in full under the pointer.
public sealed interface Chart
    permits LineChart, Histogram, ConfusionMatrixChart, DecisionBoundary, WeightImages {

  /// With a heading, in place of none.
  Chart titled(String heading);

  /// With a size in pixels.
  ///
  /// @throws IllegalArgumentException if a side is less than 240 or more than 10,000
  Chart sized(int width, int height);

  /// The chart as SVG, which browsers show and READMEs embed.
  String toSvg();

  /// Writes the chart into a file, whole or not at all.
  ///
  /// @throws IllegalArgumentException if the name of the file does not end in `.svg`
  /// @throws IOException if the file cannot be written; what was there is then as it was
  default void write(Path file) throws IOException {
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      throw new IllegalArgumentException(
          "A chart is written as .svg, not as " + file.getFileName());
    }
    AtomicFile.write(file, toSvg());
  }
}
