package org.hypergrad.viz.drawing;

import static org.hypergrad.viz.svg.Markup.escape;
import static org.hypergrad.viz.svg.Numbers.plain;

import java.util.List;
import java.util.Locale;
import org.hypergrad.viz.layout.LayeredLayout;
import org.hypergrad.viz.layout.Placement;
import org.hypergrad.viz.layout.Placement.Box;
import org.hypergrad.viz.layout.Placement.Point;
import org.hypergrad.viz.layout.Placement.Route;
import org.hypergrad.viz.layout.Plan;
import org.hypergrad.viz.svg.Svg;
import org.hypergrad.viz.text.Font;
import org.hypergrad.viz.text.Plain;
import org.hypergrad.viz.text.Resource;

/// Writes a drawing as SVG: text that can be selected, a style sheet inside, no script, nothing
/// that has to be loaded.
final class SvgWriter {
  private static final double MARGIN = 16;
  private static final double HEADING_SIZE = 15;
  private static final double HEADING_HEIGHT = 34;
  private static final double WORD_SIZE = 10;
  private static final double WIDEST_WORD = 80;
  private static final double WORD_GAP = 5;
  private static final double GROUP_TITLE_SIZE = 11.5;

  private final Drawing drawing;
  private final List<Card> cards;
  private final Placement placement;
  private final Legend legend;
  private final double width;
  private final double height;

  /// How far what is placed is moved: right to the middle, and down under the heading.
  private final double left;

  private final double top;

  private final StringBuilder svg = new StringBuilder();

  private SvgWriter(Drawing drawing) {
    this.drawing = drawing;
    this.cards = drawing.vertices().stream().map(Card::of).toList();
    this.placement =
        LayeredLayout.place(
            new Plan(
                cards.stream().map(Card::size).toList(),
                drawing.arrows().stream()
                    .map(arrow ->
                        new Plan.Edge(
                            arrow.from(),
                            arrow.to(),
                            wordWidth(arrow.tail()),
                            wordWidth(arrow.head())))
                    .toList(),
                drawing.vertices().stream().map(Vertex::group).toList(),
                drawing.groups().stream().map(Group::parent).toList()));
    double heading = Font.BOLD.width(Plain.line(drawing.title()), HEADING_SIZE);
    double content = Math.max(placement.width(), Math.min(heading, 640) + 2 * MARGIN);
    this.legend = Legend.of(drawing, Math.max(content, 360) - 2 * MARGIN);
    this.width = Math.ceil(Math.max(content, legend.width() + 2 * MARGIN));
    this.left = Math.round((width - placement.width()) / 2);
    this.top = drawing.title().isEmpty() ? 0 : HEADING_HEIGHT;
    this.height = Math.ceil(top + placement.height() + legend.height() + MARGIN / 2);
  }

  static String write(Drawing drawing) {
    SvgWriter writer = new SvgWriter(drawing);
    writer.write();
    return writer.svg.toString();
  }

  private void write() {
    svg.append(
        Svg.begin(
            "hypergrad",
            width,
            height,
            drawing.title().isEmpty() ? "Graph" : drawing.title(),
            drawing.description(),
            Resource.text(SvgWriter.class, "drawing.css")));
    if (!drawing.title().isEmpty()) {
      String heading =
          Font.BOLD.shorten(Plain.line(drawing.title()), HEADING_SIZE, width - 2 * MARGIN);
      svg.append("<text class=\"heading\" text-anchor=\"middle\" x=\"")
          .append(plain(width / 2))
          .append("\" y=\"30\">")
          .append(escape(heading))
          .append("</text>\n");
    }
    svg.append(
        "<g class=\"graph\" transform=\"translate(%s %s)\">\n".formatted(plain(left), plain(top)));
    for (int g = 0; g < drawing.groups().size(); g++) {
      writeGroup(g);
    }
    for (int e = 0; e < drawing.arrows().size(); e++) {
      writeArrow(drawing.arrows().get(e), placement.routes().get(e));
    }
    for (int g = 0; g < drawing.groups().size(); g++) {
      writeGroupTitle(g);
    }
    for (int v = 0; v < cards.size(); v++) {
      writeVertex(v);
    }
    svg.append("</g>\n");
    writeLegend();
    svg.append("</svg>\n");
  }

  private void writeGroup(int g) {
    Box box = placement.groups().get(g);
    svg.append(
        """
        <g class="group" data-group="%s" data-parent="%s"><rect x="%s" y="%s" width="%s" height="%s" rx="10"/></g>
        """
            .formatted(
                g,
                drawing.groups().get(g).parent(),
                plain(box.x()),
                plain(box.y()),
                plain(box.width()),
                plain(box.height())));
  }

  /// Over the arrows: they may have to pass there, for in a narrow group there is no way around it.
  private void writeGroupTitle(int g) {
    Group group = drawing.groups().get(g);
    Box box = placement.groups().get(g);
    String label = Font.BOLD.shorten(Plain.line(group.label()), GROUP_TITLE_SIZE, box.width() - 20);
    svg.append(
        """
        <g class="group-title"><title>%s</title><text font-size="%s" x="%s" y="%s">%s</text></g>
        """
            .formatted(
                escape(Plain.lines(group.label())),
                plain(GROUP_TITLE_SIZE),
                plain(box.x() + 10),
                plain(box.y() + 17),
                escape(label)));
  }

  private void writeArrow(Arrow arrow, Route route) {
    svg.append("<g class=\"arrow")
        .append(arrow.isDashed() ? " dashed" : "")
        .append("\" data-from=\"")
        .append(arrow.from())
        .append("\" data-to=\"")
        .append(arrow.to())
        .append("\"><path class=\"way\" d=\"")
        .append(Way.of(route))
        .append("\"/><path class=\"tip\" d=\"")
        .append(Way.tip(route))
        .append("\"/>");
    writeWord(arrow.tail(), route.start(), 11, route.startSide());
    writeWord(arrow.head(), route.end(), -4, route.endSide());
    svg.append("</g>\n");
  }

  private static String shortWord(String word) {
    return Font.MONO.shorten(Plain.line(word), WORD_SIZE, WIDEST_WORD);
  }

  private static double wordWidth(String word) {
    return Font.MONO.width(shortWord(word), WORD_SIZE);
  }

  /// @param below how far below the end of the arrow
  /// @param side 1 for right of it, -1 for left
  private void writeWord(String word, Point end, double below, int side) {
    if (!word.isEmpty()) {
      svg.append("<text font-family=\"")
          .append(Font.MONO.family())
          .append("\" font-size=\"")
          .append(plain(WORD_SIZE))
          .append(side < 0 ? "\" text-anchor=\"end" : "")
          .append("\" x=\"")
          .append(plain(end.x() + side * WORD_GAP))
          .append("\" y=\"")
          .append(plain(end.y() + below))
          .append("\">")
          .append(escape(shortWord(word)))
          .append("</text>");
    }
  }

  private void writeVertex(int v) {
    Card card = cards.get(v);
    Vertex vertex = card.vertex();
    Box box = placement.vertices().get(v);
    String style = vertex.kind().name().toLowerCase(Locale.ROOT);
    svg.append(
        "<g class=\"vertex %s\" data-vertex=\"%s\" data-group=\"%s\" transform=\"translate(%s %s)\">"
            .formatted(style, v, vertex.group(), plain(box.x()), plain(box.y())));
    svg.append("<title>").append(escape(Plain.lines(vertex.details()))).append("</title>");
    svg.append("<path class=\"outline\" d=\"")
        .append(Outline.of(vertex.kind(), card.width(), card.height(), Card.SLANT))
        .append("\"/>");
    if (card.ruleY() > 0) {
      svg.append(
          "<path class=\"rule\" d=\"M%2$s %1$sH%3$s\"/>"
              .formatted(plain(card.ruleY()), plain(Card.SLANT), plain(card.width() - Card.SLANT)));
    }
    for (Card.Line line : card.lines()) {
      writeLine(line);
    }
    svg.append("</g>\n");
  }

  private void writeLine(Card.Line line) {
    svg.append("<text class=\"")
        .append(line.style())
        .append("\" font-size=\"")
        .append(plain(line.size()))
        .append('"');
    if (line.font() == Font.MONO) {
      svg.append(" font-family=\"").append(Font.MONO.family()).append('"');
    }
    if (line.anchor() != Card.Anchor.START) {
      svg.append(" text-anchor=\"")
          .append(line.anchor().name().toLowerCase(Locale.ROOT))
          .append('"');
    }
    svg.append(" x=\"")
        .append(plain(line.x()))
        .append("\" y=\"")
        .append(plain(line.y()))
        .append("\">")
        .append(escape(line.text()))
        .append("</text>");
  }

  private void writeLegend() {
    double x = Math.round((width - legend.width()) / 2);
    double y = top + placement.height();
    svg.append(
        "<g class=\"legend\" transform=\"translate(%s %s)\">\n".formatted(plain(x), plain(y)));
    for (Legend.Entry entry : legend.entries()) {
      svg.append(
          """
          <g transform="translate(%s %s)"><path class="outline %s" d="%s"/><text font-size="%s" x="%s" y="11">%s</text></g>
          """
              .formatted(
                  plain(entry.x()),
                  plain(entry.y()),
                  entry.kind().name().toLowerCase(Locale.ROOT),
                  Outline.of(entry.kind(), Legend.ICON_WIDTH, Legend.ICON_HEIGHT, 5),
                  plain(Legend.TEXT_SIZE),
                  plain(Legend.ICON_WIDTH + Legend.TEXT_GAP),
                  escape(entry.kind().label())));
    }
    svg.append("</g>\n");
  }
}
