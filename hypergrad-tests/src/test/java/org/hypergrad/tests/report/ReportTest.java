package org.hypergrad.tests.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hypergrad.Tensor;
import org.hypergrad.board.report.Picture;
import org.hypergrad.board.report.Report;
import org.hypergrad.tests.viz.HostileNames;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.chart.LineChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ReportTest {
  static final List<String> NAMES = HostileNames.ALL;

  /// A tag, with or without attributes.
  private static final Pattern TAG = Pattern.compile("</?([a-z][a-z0-9]*)[^>]*>");

  private static Report withTextsOnly(String text) {
    return Report.titled(text)
        .outcome(text)
        .fact(text, text)
        .section(text)
        .text(text)
        .code(text)
        .table(List.of(text, "number"), List.of(List.of(text, "1.5")))
        .pictures(List.of(new Picture(Tensor.of(new double[][] {{0, 1}}), text, text)));
  }

  @Test
  void what_is_added_stands_in_its_order() {
    String page =
        Report.titled("Two optimizers")
            .outcome("Adam is faster.")
            .fact("epochs", "20")
            .section("Loss")
            .text("Both start alike.")
            .curves("loss", LineChart.of("SGD", 3, 2, 1))
            .section("Numbers")
            .table(List.of("name", "steps"), List.of(List.of("SGD", "12"), List.of("Adam", "7")))
            .graph("a product", Drawings.forward(Tensor.scalar(2.0).requiresGrad(true).mul(3)))
            .toHtml();

    assertThat(page)
        .containsSubsequence(
            "<title>Two optimizers</title>",
            "<h1>Two optimizers</h1>",
            "Adam is faster.",
            "<dt>epochs</dt><dd>20</dd>",
            "<h2>Loss</h2>",
            "Both start alike.",
            ">linear</label>",
            ">logarithmic</label>",
            "<h2>Numbers</h2>",
            "<th>name</th><th class=\"number\">steps</th>",
            "<td>Adam</td><td class=\"number\">7</td>",
            "class=\"viewer\"");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void texts_of_any_kind_change_no_tag(String name) {
    assertThat(tags(withTextsOnly(name))).isEqualTo(tags(withTextsOnly("harmless")));
  }

  private static List<String> tags(Report report) {
    return TAG.matcher(report.toHtml()).results().map(tag -> tag.group(1)).toList();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void no_text_turns_the_direction_or_controls_anything(String name) {
    HostileNames.assertDrawable(withTextsOnly(name).toHtml());
  }

  @Test
  void the_policy_allows_no_request_and_no_script_but_that_of_the_graphs() {
    assertThat(withTextsOnly("x").toHtml())
        .contains("default-src 'none'", "script-src 'none'")
        .doesNotContain("<script", "http://", "https://", "@import", "url(");
    Report withGraph = withTextsOnly("x").graph("x", Drawings.forward(Tensor.of(1.0, 2.0)));
    assertThat(withGraph.toHtml())
        .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='")
        .containsOnlyOnce("<script>");
  }

  @Test
  void a_row_has_a_cell_for_each_column() {
    Report report = Report.titled("x").section("x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> report.table(List.of("a", "b"), List.of(List.of("1"))))
        .withMessage("A row has 1 cells, but the table 2 columns");
  }

  @Test
  void a_section_comes_first() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Report.titled("x").text("y"))
        .withMessageContaining("section(heading)");
  }

  @Test
  void a_picture_is_a_matrix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Picture(Tensor.of(1.0, 2.0), "x", ""))
        .withMessage("The pixels of a picture have the shape [height, width], not [2]");
  }

  @Test
  void what_cannot_be_written_leaves_what_was_there(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Report.titled("first").write(file);
    Report.titled("second").write(file);
    assertThat(file).content().contains("<h1>second</h1>");
    assertThatIOException()
        .isThrownBy(() -> Report.titled("x").write(folder.resolve("no folder/report.html")));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
