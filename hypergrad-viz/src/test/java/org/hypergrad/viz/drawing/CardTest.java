package org.hypergrad.viz.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Boxes are as large as what is in them.
class CardTest {
  private static final List<Field> FIELDS =
      List.of(
          Field.of("shape", "[128, 64, 32] float32"),
          Field.of("value", "-1.234e-5 … 9.876e12"),
          Field.missing("grad", "none yet"));

  private static void check(Card card) {
    for (Card.Line line : card.lines()) {
      double left =
          switch (line.anchor()) {
            case START -> line.x();
            case MIDDLE -> line.x() - line.textWidth() / 2;
            case END -> line.x() - line.textWidth();
          };
      assertThat(left).isGreaterThanOrEqualTo(10);
      assertThat(left + line.textWidth()).isLessThanOrEqualTo(card.width() - 10);
      assertThat(line.y() - line.size()).isGreaterThanOrEqualTo(4);
      assertThat(line.y()).isLessThanOrEqualTo(card.height() - 4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void text_is_inside_its_box(Kind kind) {
    check(Card.of(new Vertex(kind, "y", "", List.of(), "", Group.NONE)));
    check(Card.of(new Vertex(kind, "layers.0.weight", "a @ b", FIELDS, "", Group.NONE)));
  }

  @ParameterizedTest
  @EnumSource
  void text_of_any_length_is_inside_its_box(Kind kind) {
    String endless = "Wide ".repeat(1000);
    List<Field> fields = List.of(Field.of(endless, endless), Field.missing(endless, endless));
    Card card = Card.of(new Vertex(kind, endless, endless, fields, "", Group.NONE));
    check(card);
    assertThat(card.width()).isLessThan(450);
  }

  @ParameterizedTest
  @EnumSource
  void names_and_what_they_name_do_not_touch(Kind kind) {
    Card card = Card.of(new Vertex(kind, "y", "", FIELDS, "", Group.NONE));
    for (int i = 1; i < card.lines().size(); i += 2) {
      Card.Line name = card.lines().get(i);
      Card.Line text = card.lines().get(i + 1);
      assertThat(text.x() - text.textWidth()).isGreaterThan(name.x() + name.textWidth() + 5);
    }
  }
}
