package org.hypergrad.viz.drawing;

import org.hypergrad.viz.page.Page;
import org.hypergrad.viz.text.Resource;

/// Writes a drawing as a page of its own.
final class HtmlWriter {
  private HtmlWriter() {}

  static String write(Drawing drawing) {
    return Page.titled(drawing.title().isEmpty() ? "Graph" : drawing.title())
        .style(Viewer.style() + Resource.text(HtmlWriter.class, "whole.css"))
        .body(Viewer.open(drawing))
        .script(Viewer.script())
        .toHtml();
  }
}
