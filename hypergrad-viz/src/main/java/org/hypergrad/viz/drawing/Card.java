package org.hypergrad.viz.drawing;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.viz.layout.Plan;
import org.hypergrad.viz.text.Font;
import org.hypergrad.viz.text.Plain;

/// A vertex as it will be drawn: its lines, cleaned and shortened, with their places inside a box
/// that is just large enough for them.
record Card(Vertex vertex, double width, double height, double ruleY, List<Line> lines) {
  /// A piece of text.
  ///
  /// @param style its class in the style sheet
  /// @param x of its beginning, its middle or its end, as `anchor` says
  /// @param y of its base line
  record Line(
      String text, String style, Font font, double size, double x, double y, Anchor anchor) {
    double textWidth() {
      return font.width(text, size);
    }
  }

  /// What the x of a line is the x of.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  static final double TITLE_SIZE = 13;
  static final double SMALL_SIZE = 10.5;

  /// What the slanted sides of some shapes take from the corners.
  static final double SLANT = 10;

  private static final double WIDEST_TEXT = 230;
  private static final double LEAST_WIDTH = 64;
  private static final double SIDE = 12;
  private static final double TOP = 8;
  private static final double TITLE_HEIGHT = 18;
  private static final double SMALL_HEIGHT = 15;
  private static final double RULE_HEIGHT = 9;
  private static final double COLUMN_GAP = 12;

  static Card of(Vertex vertex) {
    String title = Font.BOLD.shorten(Plain.line(vertex.title()), TITLE_SIZE, WIDEST_TEXT);
    String subtitle = Font.MONO.shorten(Plain.line(vertex.subtitle()), SMALL_SIZE, WIDEST_TEXT);
    List<Field> fields = vertex.fields().stream().map(Card::fitting).toList();
    double text =
        Math.max(Font.BOLD.width(title, TITLE_SIZE), Font.MONO.width(subtitle, SMALL_SIZE));
    for (Field field : fields) {
      text = Math.max(text, nameWidth(field) + COLUMN_GAP + textWidth(field));
    }
    double side = SIDE + (isSlanted(vertex.kind()) ? SLANT : 0);
    double width = Math.ceil(Math.max(LEAST_WIDTH, text + 2 * side));
    List<Line> lines = new ArrayList<>();
    double y = TOP + 13;
    lines.add(new Line(title, "title", Font.BOLD, TITLE_SIZE, width / 2, y, Anchor.MIDDLE));
    if (!subtitle.isEmpty()) {
      y += SMALL_HEIGHT;
      lines.add(new Line(subtitle, "subtitle", Font.MONO, SMALL_SIZE, width / 2, y, Anchor.MIDDLE));
    }
    double ruleY = 0;
    if (!fields.isEmpty()) {
      ruleY = y + 7;
      y += RULE_HEIGHT;
    }
    for (Field field : fields) {
      y += SMALL_HEIGHT;
      lines.add(new Line(field.name(), "name", Font.SANS, SMALL_SIZE, side, y, Anchor.START));
      lines.add(
          new Line(
              field.text(),
              field.exists() ? "text" : "text missing",
              field.exists() ? Font.MONO : Font.SANS,
              SMALL_SIZE,
              width - side,
              y,
              Anchor.END));
    }
    double height = Math.max(TOP + TITLE_HEIGHT + TOP, y + 5 + TOP - 2);
    return new Card(vertex, width, Math.ceil(height), ruleY, List.copyOf(lines));
  }

  private static Field fitting(Field field) {
    Font font = field.exists() ? Font.MONO : Font.SANS;
    return new Field(
        Font.SANS.shorten(Plain.line(field.name()), SMALL_SIZE, WIDEST_TEXT / 2),
        font.shorten(Plain.line(field.text()), SMALL_SIZE, WIDEST_TEXT),
        field.exists());
  }

  private static double nameWidth(Field field) {
    return Font.SANS.width(field.name(), SMALL_SIZE);
  }

  private static double textWidth(Field field) {
    return (field.exists() ? Font.MONO : Font.SANS).width(field.text(), SMALL_SIZE);
  }

  private static boolean isSlanted(Kind kind) {
    return switch (kind) {
      case INPUT, CONSTANT, PARAMETER, ACCUMULATED -> true;
      case OPERATION, OUTPUT, SAVED, FOLDED -> false;
    };
  }

  Plan.Size size() {
    return new Plan.Size(width, height, SLANT + 4);
  }
}
