package org.hypergrad.nn.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What texts become that a terminal is to show, and how wide.
class TerminalTextTest {
  @ParameterizedTest
  @CsvSource({"0007, bell", "000d, first column", "001b, command", "009b, command", "0085, line"})
  @CsvSource({"2028, line", "202e, direction", "2066, direction", "200b, invisible", "d83d, half"})
  void what_a_terminal_would_obey_is_escaped(String codePoint, String why) {
    String text = "a" + (char) Integer.parseInt(codePoint, 16) + "b";
    assertThat(TerminalText.of(text))
        .as(why)
        .isEqualTo(new TerminalText("a\\u" + codePoint + "b", 8));
  }

  @Test
  void a_newline_has_its_usual_escape() {
    assertThat(TerminalText.of("a\nb")).isEqualTo(new TerminalText("a\\nb", 4));
  }

  @ParameterizedTest
  @CsvSource({"cat, 3", "Ümlaut, 6", "e\u0301, 1", "猫と犬, 6", "고양이, 6", "ＣＡＴ, 6", "ｶﾅ, 2", "🐈, 2"})
  void letters_stay_and_take_the_columns_that_terminals_give_them(String text, int columns) {
    assertThat(TerminalText.of(text)).isEqualTo(new TerminalText(text, columns));
  }

  @ParameterizedTest
  @CsvSource({"abcdef, abcde…, 6", "猫と犬と鳥, 猫と…, 5", "a猫と犬, a猫と…, 6"})
  void what_does_not_fit_is_cut(String text, String beginning, int columns) {
    assertThat(TerminalText.of(text + "x", 6)).isEqualTo(new TerminalText(beginning, columns));
  }

  @Test
  void what_just_fits_stays() {
    assertThat(TerminalText.of("abcdef", 6)).isEqualTo(new TerminalText("abcdef", 6));
    assertThat(TerminalText.of("猫と犬", 6)).isEqualTo(new TerminalText("猫と犬", 6));
  }

  @Test
  void an_escape_is_cut_as_a_whole() {
    assertThat(TerminalText.of("abc\u001b[31m", 6)).isEqualTo(new TerminalText("abc…", 4));
  }

  @Test
  void heaps_of_accents_have_an_end() {
    assertThat(TerminalText.of("a" + "\u0301".repeat(10_000), 6).text()).hasSizeLessThan(10);
  }

  @Test
  void a_cell_is_filled_up_to_its_width() {
    assertThat(TerminalText.of("猫").left(4)).isEqualTo("猫  ");
    assertThat(TerminalText.of("猫").right(4)).isEqualTo("  猫");
  }
}
