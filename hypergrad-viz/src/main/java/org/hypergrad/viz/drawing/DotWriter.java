package org.hypergrad.viz.drawing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypergrad.viz.text.Plain;

/// Writes a drawing in the DOT language of Graphviz, with groups as clusters.
final class DotWriter {
  private static final int LONGEST_LINE = 60;

  /// The scanner of Graphviz takes no strings of more than some 16,000 bytes.
  private static final int LONGEST_TEXT = 3000;

  private final Drawing drawing;
  private final StringBuilder dot = new StringBuilder();

  private DotWriter(Drawing drawing) {
    this.drawing = drawing;
  }

  static String write(Drawing drawing) {
    DotWriter writer = new DotWriter(drawing);
    writer.write();
    return writer.dot.toString();
  }

  private void write() {
    dot.append("digraph {\n");
    dot.append("  graph [label=").append(quoted(drawing.title()));
    dot.append(", labelloc=t, fontname=\"DejaVu Sans\", fontsize=13, style=rounded]\n");
    dot.append("  node [fontname=\"DejaVu Sans\", fontsize=10, style=filled]\n");
    dot.append("  edge [fontname=\"DejaVu Sans Mono\", fontsize=9, arrowsize=0.7]\n");
    writeInside(Group.NONE, "  ");
    for (Arrow arrow : drawing.arrows()) {
      dot.append("  v%s -> v%s".formatted(arrow.from(), arrow.to()));
      dot.append(" [taillabel=").append(quoted(arrow.tail()));
      dot.append(", headlabel=").append(quoted(arrow.head()));
      dot.append(arrow.isDashed() ? ", style=dashed]\n" : "]\n");
    }
    dot.append("}\n");
  }

  private void writeInside(int group, String indent) {
    for (int v = 0; v < drawing.vertices().size(); v++) {
      if (drawing.vertices().get(v).group() == group) {
        writeVertex(v, indent);
      }
    }
    for (int g = 0; g < drawing.groups().size(); g++) {
      if (drawing.groups().get(g).parent() == group) {
        dot.append(indent).append("subgraph cluster_").append(g).append(" {\n");
        dot.append(indent).append("  label=").append(quoted(drawing.groups().get(g).label()));
        dot.append("\n");
        writeInside(g, indent + "  ");
        dot.append(indent).append("}\n");
      }
    }
  }

  private void writeVertex(int v, String indent) {
    Vertex vertex = drawing.vertices().get(v);
    String lines =
        Stream.concat(
                Stream.of(vertex.title(), vertex.subtitle()),
                vertex.fields().stream().map(field -> field.name() + " " + field.text()))
            .filter(line -> !line.isEmpty())
            .map(line -> shortened(Plain.line(line), LONGEST_LINE))
            .map(DotWriter::escaped)
            .collect(Collectors.joining("\\n"));
    dot.append(indent).append("v").append(v);
    dot.append(" [label=\"").append(lines).append("\", tooltip=").append(quoted(vertex.details()));
    dot.append(", ").append(look(vertex.kind())).append("]\n");
  }

  /// The colours and shapes of the style sheet, as near as Graphviz has them.
  private static String look(Kind kind) {
    return switch (kind) {
      case INPUT -> "shape=parallelogram, color=\"#009e73\", fillcolor=\"#e2f4ee\"";
      case CONSTANT ->
          "shape=parallelogram, style=\"filled,dashed\", color=\"#009e73\", fillcolor=\"#ffffff\"";
      case PARAMETER -> "shape=hexagon, color=\"#e69f00\", fillcolor=\"#fdf2d9\"";
      case OPERATION ->
          "shape=box, style=\"filled,rounded\", color=\"#0072b2\", fillcolor=\"#e9f3fa\"";
      case OUTPUT ->
          "shape=box, style=\"filled,rounded\", peripheries=2, color=\"#d55e00\","
              + " fillcolor=\"#fceadd\"";
      case ACCUMULATED -> "shape=invtrapezium, color=\"#cc79a7\", fillcolor=\"#faeef5\"";
      case SAVED -> "shape=note, color=\"#b3a200\", fillcolor=\"#fdfad0\"";
      case FOLDED -> "shape=box3d, color=\"#66727f\", fillcolor=\"#eef1f4\"";
    };
  }

  private static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static String quoted(String text) {
    return '"' + escaped(shortened(Plain.lines(text), LONGEST_TEXT)) + '"';
  }

  /// A backslash begins an escape in DOT, an ampersand an entity of HTML.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "&amp;")
        .replace("\n", "\\n");
  }
}
