package org.hypergrad.viz.drawing;

import org.hypergrad.viz.svg.Markup;
import org.hypergrad.viz.text.Plain;
import org.hypergrad.viz.text.Resource;

/// Writes a drawing as a page: the SVG, and a script that moves it. A content security policy in
/// the page forbids any request.
final class HtmlWriter {
  private HtmlWriter() {}

  static String write(Drawing drawing) {
    String title = drawing.title().isEmpty() ? "Graph" : drawing.title();
    StringBuilder page = new StringBuilder();
    for (String part :
        Resource.text(HtmlWriter.class, "page.html").split("(?<=\\}\\})|(?=\\{\\{)")) {
      page.append(
          switch (part) {
            case "{{title}}" -> Markup.escape(Plain.line(title));
            case "{{style}}" -> Resource.text(HtmlWriter.class, "page.css");
            case "{{drawing}}" -> drawing.toSvg();
            case "{{script}}" -> Resource.text(HtmlWriter.class, "page.js");
            default -> part;
          });
    }
    return page.toString();
  }
}
