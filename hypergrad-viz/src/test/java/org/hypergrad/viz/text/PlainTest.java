package org.hypergrad.viz.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of characters that cannot be drawn.
class PlainTest {
  @ParameterizedTest
  @CsvSource({
    "0000, control",
    "001b, control",
    "0085, control",
    "200f, turns the direction",
    "202e, turns the direction",
    "2066, turns the direction",
    "feff, invisible",
    "2028, ends a line",
    "d83d, half a character",
    "dc00, half a character",
    "ffff, no character"
  })
  void what_cannot_be_drawn_is_escaped(String codePoint, String why) {
    String text = "a" + (char) Integer.parseInt(codePoint, 16) + "b";
    assertThat(Plain.line(text)).as(why).isEqualTo("a\\u" + codePoint + "b");
    assertThat(Plain.lines(text)).as(why).isEqualTo("a\\u" + codePoint + "b");
  }

  @Test
  void letters_of_all_kinds_stay() {
    assertThat(Plain.line("∂w₁ \"x\" <b> שלום 字 🙂")).isEqualTo("∂w₁ \"x\" <b> שלום 字 🙂");
  }

  @Test
  void a_newline_stays_only_where_there_are_lines() {
    assertThat(Plain.line("a\nb")).isEqualTo("a\\nb");
    assertThat(Plain.lines("a\nb")).isEqualTo("a\nb");
  }

  @Test
  void the_end_of_an_endless_text_is_left_out() {
    assertThat(Plain.line("x".repeat(1_000_000)))
        .hasSizeLessThan(21_000)
        .endsWith("… (980000 more characters)");
  }
}
