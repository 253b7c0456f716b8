package org.hypergrad.board.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hypergrad.nn.format.AtomicFile;
import org.hypergrad.viz.chart.Chart;
import org.hypergrad.viz.chart.LineChart;
import org.hypergrad.viz.drawing.Drawing;
import org.hypergrad.viz.drawing.Viewer;

/// A page in the making: a title, what came out, and sections of text, tables, charts, graphs and
/// pictures, in the order in which they are added.
///
/// ```java
/// Report.titled("Two optimizers")
///     .outcome("Adam needs half the epochs of SGD.")
///     .section("Loss")
///     .text("Both start from the same parameters.")
///     .curves("loss after each epoch", LineChart.of("SGD", sgd).line("Adam", adam))
///     .write(Path.of("optimizers.html"));
/// ```
///
/// The file is all there is: it loads nothing and asks nobody, follows the reader's light or dark
/// mode, and prints. Texts may be any: they show as they are and do nothing. The same content gives
/// the same bytes.
///
/// A report of a training begins as a [TrainingReport].
public final class Report {
  private final String title;
  private final List<String> outcomes = new ArrayList<>();
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<Section> sections = new ArrayList<>();

  /// A heading and what follows it.
  record Section(String heading, List<Part> parts) {}

  private Report(String title) {
    this.title = Objects.requireNonNull(title);
  }

  /// A report with nothing in it yet.
  public static Report titled(String title) {
    return new Report(title);
  }

  // ---- the head

  /// Adds a sentence that says, under the title, what came out.
  public Report outcome(String sentence) {
    outcomes.add(Objects.requireNonNull(sentence));
    return this;
  }

  /// Adds a number to those at the head: `fact("test accuracy", "97.5 %")`.
  public Report fact(String name, String value) {
    facts.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
    return this;
  }

  // ---- sections

  /// Begins a section.
  public Report section(String heading) {
    sections.add(new Section(Objects.requireNonNull(heading), new ArrayList<>()));
    return this;
  }

  /// Adds a paragraph to the section.
  public Report text(String paragraph) {
    return add(new Part.Text(Objects.requireNonNull(paragraph)));
  }

  /// Adds lines to the section that are to be copied as they are, as a command.
  public Report code(String lines) {
    return add(new Part.Code(Objects.requireNonNull(lines)));
  }

  /// Adds a table to the section. Columns of numbers are set to the right.
  ///
  /// @throws IllegalArgumentException if a row has not as many cells as the header
  public Report table(List<String> header, List<List<String>> rows) {
    return add(new Part.Table(header, rows));
  }

  /// Adds a chart to the section. Charts and tables that follow each other stand side by side where
  /// the page is wide enough.
  public Report figure(String caption, Chart chart) {
    return add(
        new Part.Figure(
            Objects.requireNonNull(caption), List.of(new Part.View("", chart.toSvg()))));
  }

  /// Adds lines to the section that the reader sees with a linear or a logarithmic axis.
  public Report curves(String caption, LineChart chart) {
    return add(
        new Part.Figure(
            Objects.requireNonNull(caption),
            List.of(
                new Part.View("linear", chart.toSvg()),
                new Part.View("logarithmic", chart.logarithmic().toSvg()))));
  }

  /// Adds a graph to the section, all groups open; it moves, zooms and folds.
  ///
  /// @throws IllegalArgumentException as [Drawing#toSvg()]
  public Report graph(String caption, Drawing graph) {
    return add(new Part.Graph(Objects.requireNonNull(caption), Viewer.open(graph)));
  }

  /// Adds a graph to the section, all groups folded until the reader opens them.
  ///
  /// @throws IllegalArgumentException as [Drawing#toSvg()]
  public Report foldedGraph(String caption, Drawing graph) {
    return add(new Part.Graph(Objects.requireNonNull(caption), Viewer.folded(graph)));
  }

  /// Adds pictures to the section, side by side. The darkest pixel of all is ink.
  public Report pictures(List<Picture> pictures) {
    return add(new Part.Pictures(List.copyOf(pictures)));
  }

  private Report add(Part part) {
    if (sections.isEmpty()) {
      throw new IllegalStateException("There is no section yet: begin one with section(heading)");
    }
    sections.getLast().parts().add(part);
    return this;
  }

  // ---- for the page

  String title() {
    return title;
  }

  List<String> outcomes() {
    return outcomes;
  }

  Map<String, String> facts() {
    return facts;
  }

  List<Section> sections() {
    return sections;
  }

  // ---- writing it

  /// The page.
  public String toHtml() {
    return new ReportPage(this).write();
  }

  /// Writes the page into a file, whole or not at all.
  ///
  /// @param file its folder must exist
  /// @throws IOException if the file cannot be written; what was there is then as it was
  public void write(Path file) throws IOException {
    byte[] html = toHtml().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(html));
  }
}
