package org.hypergrad.viz.drawing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hypergrad.viz.svg.AtomicFile;

/// A directed graph without cycles, ready to be drawn: what is to be said of each vertex, but not
/// yet where it stands. Immutable.
///
/// The same drawing can be written as SVG, as an HTML page that pans, zooms and folds, and as DOT
/// for Graphviz. Nothing has to be installed for the first two.
///
/// @param title what it is a drawing of; empty for none
/// @param description the same in a sentence or two, for those who cannot see it
/// @param vertices known by their places in this list
/// @param arrows between them
/// @param groups known by their places in this list; a parent comes before what lies in it
public record Drawing(
    String title,
    String description,
    List<Vertex> vertices,
    List<Arrow> arrows,
    List<Group> groups) {

  /// Copies the lists and checks the numbers in them.
  ///
  /// @throws IndexOutOfBoundsException if an arrow or a group refers to what is not there
  public Drawing {
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    vertices = List.copyOf(vertices);
    arrows = List.copyOf(arrows);
    groups = List.copyOf(groups);
    for (Arrow arrow : arrows) {
      Objects.checkIndex(arrow.from(), vertices.size());
      Objects.checkIndex(arrow.to(), vertices.size());
    }
    for (Vertex vertex : vertices) {
      Objects.checkIndex(vertex.group() + 1, groups.size() + 1);
    }
    for (int g = 0; g < groups.size(); g++) {
      Objects.checkIndex(groups.get(g).parent() + 1, g + 1);
    }
  }

  /// This drawing with a heading.
  public Drawing titled(String heading) {
    return new Drawing(heading, description, vertices, arrows, groups);
  }

  /// This drawing with every group that lies in `depth` others drawn as a single vertex: 0 folds
  /// all there are, 1 opens the outermost. A group that would then both come before and after
  /// another vertex stays open.
  public Drawing folded(int depth) {
    return Folding.of(this, depth);
  }

  /// The drawing as SVG, which browsers show and READMEs embed. It follows the reader's light or
  /// dark mode.
  ///
  /// @throws IllegalArgumentException if it has a cycle, a group with nothing in it, or more than
  ///   20,000 vertices
  public String toSvg() {
    return SvgWriter.write(this);
  }

  /// The drawing as a page of its own, which asks for nothing from anywhere: the wheel zooms,
  /// dragging pans, the pointer shows all values in full, a click on the title of a group folds it.
  ///
  /// @throws IllegalArgumentException as [#toSvg()]
  public String toHtml() {
    return HtmlWriter.write(this);
  }

  /// The drawing in the DOT language, for Graphviz; of any size.
  public String toDot() {
    return DotWriter.write(this);
  }

  /// Writes the drawing into a file, in the format that the end of its name says: `.svg`, `.html`
  /// or `.dot`.
  ///
  /// @throws IllegalArgumentException if the name ends otherwise, or as [#toSvg()]
  /// @throws IOException if the file cannot be written
  public void write(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String text =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "svg" -> toSvg();
          case "html", "htm" -> toHtml();
          case "dot", "gv" -> toDot();
          default ->
              throw new IllegalArgumentException(
                  "A drawing is written as .svg, .html or .dot, not as " + file.getFileName());
        };
    AtomicFile.write(file, text);
  }
}
