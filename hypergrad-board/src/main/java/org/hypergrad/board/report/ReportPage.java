package org.hypergrad.board.report;

import static org.hypergrad.viz.page.Html.line;
import static org.hypergrad.viz.page.Html.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.hypergrad.viz.drawing.Viewer;
import org.hypergrad.viz.page.Page;

/// Writes a report as HTML.
final class ReportPage {
  /// What stands to the right in a table: `12,345`, `-0.5`, `97.5 %`, `1e-05`, or nothing to say.
  private static final Pattern NUMBER =
      Pattern.compile("[-−+]?[\\d,]+(\\.\\d+)?(e[-+]?\\d+)?( ?%)?|NaN|[-–]|");

  private final Report report;
  private final StringBuilder html = new StringBuilder();
  private int switches;

  ReportPage(Report report) {
    this.report = report;
  }

  String write() {
    writeHead();
    html.append("<main>\n");
    for (int i = 0; i < report.sections().size(); i++) {
      Report.Section section = report.sections().get(i);
      html.append("<section id=\"section-%s\">\n".formatted(i + 1));
      html.append("<h2>").append(line(section.heading())).append("</h2>\n");
      writeParts(section.parts());
      html.append("</section>\n");
    }
    html.append("</main>\n");
    return Page.titled(report.title())
        .style(Viewer.style() + style())
        .body(html.toString())
        .script(hasGraphs() ? Viewer.script() : "")
        .toHtml();
  }

  private static String style() {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasGraphs() {
    return report.sections().stream()
        .flatMap(section -> section.parts().stream())
        .anyMatch(Part.Graph.class::isInstance);
  }

  private void writeHead() {
    html.append("<header>\n<h1>").append(line(report.title())).append("</h1>\n");
    for (String sentence : report.outcomes()) {
      html.append("<p class=\"outcome\">").append(line(sentence)).append("</p>\n");
    }
    if (!report.facts().isEmpty()) {
      html.append("<dl class=\"facts\">\n");
      report
          .facts()
          .forEach((name, value) ->
              html.append("<div><dt>")
                  .append(line(name))
                  .append("</dt><dd>")
                  .append(line(value))
                  .append("</dd></div>\n"));
      html.append("</dl>\n");
    }
    html.append("<nav class=\"contents\">\n");
    for (int i = 0; i < report.sections().size(); i++) {
      html.append("<a href=\"#section-%s\">".formatted(i + 1))
          .append(line(report.sections().get(i).heading()))
          .append("</a>\n");
    }
    html.append("</nav>\n</header>\n");
  }

  /// Charts and tables that follow each other stand side by side.
  private void writeParts(List<Part> parts) {
    boolean inRow = false;
    for (Part part : parts) {
      boolean isNarrow = part instanceof Part.Figure || part instanceof Part.Table;
      if (isNarrow != inRow) {
        html.append(isNarrow ? "<div class=\"row\">\n" : "</div>\n");
        inRow = isNarrow;
      }
      switch (part) {
        case Part.Text(String text) -> html.append("<p>").append(lines(text)).append("</p>\n");
        case Part.Code(String text) -> html.append("<pre>").append(lines(text)).append("</pre>\n");
        case Part.Table table -> writeTable(table);
        case Part.Figure figure -> writeFigure(figure);
        case Part.Graph graph -> writeGraph(graph);
        case Part.Pictures(List<Picture> pictures) -> writePictures(pictures);
      }
    }
    html.append(inRow ? "</div>\n" : "");
  }

  private void writeTable(Part.Table table) {
    boolean[] isNumeric = new boolean[table.header().size()];
    for (int column = 0; column < isNumeric.length; column++) {
      int c = column;
      isNumeric[c] = table.rows().stream().allMatch(row -> NUMBER.matcher(row.get(c)).matches());
    }
    html.append("<div class=\"table\" tabindex=\"0\"><table>\n<thead>");
    writeRow("th", table.header(), isNumeric);
    html.append("</thead>\n<tbody>\n");
    table.rows().forEach(row -> writeRow("td", row, isNumeric));
    html.append("</tbody>\n</table></div>\n");
  }

  private void writeRow(String element, List<String> cells, boolean[] isNumeric) {
    html.append("<tr>");
    for (int c = 0; c < isNumeric.length; c++) {
      html.append('<').append(element).append(isNumeric[c] ? " class=\"number\">" : ">");
      html.append(lines(cells.get(c))).append("</").append(element).append('>');
    }
    html.append("</tr>\n");
  }

  private void writeFigure(Part.Figure figure) {
    html.append("<figure>\n<figcaption>").append(line(figure.caption())).append("</figcaption>\n");
    if (figure.views().size() == 1) {
      html.append(figure.views().getFirst().svg());
    } else {
      writeViews(figure.views());
    }
    html.append("</figure>\n");
  }

  /// Buttons of which one is pressed, and the view that belongs to it: the style sheet hides the
  /// others.
  private void writeViews(List<Part.View> views) {
    switches++;
    for (int i = 0; i < views.size(); i++) {
      html.append(
          "<input type=\"radio\" name=\"switch-%1$s\" id=\"switch-%1$s-%2$s\"%3$s><label for=\"switch-%1$s-%2$s\">%4$s</label>\n"
              .formatted(switches, i, i == 0 ? " checked" : "", line(views.get(i).name())));
    }
    for (Part.View view : views) {
      html.append("<div class=\"view\">\n").append(view.svg()).append("</div>\n");
    }
  }

  private void writeGraph(Part.Graph graph) {
    html.append("<figure class=\"graph\">\n<figcaption>")
        .append(line(graph.caption()))
        .append("</figcaption>\n")
        .append(graph.viewer())
        .append("</figure>\n");
  }

  private void writePictures(List<Picture> pictures) {
    GreyPixels grey = GreyPixels.of(pictures);
    html.append("<div class=\"pictures\">\n");
    for (Picture picture : pictures) {
      html.append(
          "<figure><img alt=\"\" width=\"%s\" height=\"%s\" src=\"data:image/png;base64,%s\"><figcaption><b>%s</b><br>%s</figcaption></figure>\n"
              .formatted(
                  picture.pixels().size(1),
                  picture.pixels().size(0),
                  Base64.getEncoder().encodeToString(grey.png(picture)),
                  line(picture.title()),
                  lines(picture.note())));
    }
    html.append("</div>\n");
  }
}
