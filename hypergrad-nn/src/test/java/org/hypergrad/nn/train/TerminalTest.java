package org.hypergrad.nn.train;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the environment says about the place that is printed to.
class TerminalTest {
  @Test
  void a_terminal_without_further_word_has_80_columns_and_colour() {
    assertThat(Terminal.of(true, UTF_8, Map.of())).isEqualTo(new Terminal(true, true, true, 80));
  }

  @Test
  void a_file_is_not_interactive_and_has_no_colour() {
    assertThat(Terminal.of(false, UTF_8, Map.of())).isEqualTo(new Terminal(false, false, true, 80));
  }

  @Test
  void no_color_switches_colour_off_unless_it_is_empty() {
    assertThat(Terminal.of(true, UTF_8, Map.of("NO_COLOR", "1")).colour()).isFalse();
    assertThat(Terminal.of(true, UTF_8, Map.of("NO_COLOR", "")).colour()).isTrue();
  }

  @Test
  void a_dumb_terminal_is_treated_as_a_file() {
    assertThat(Terminal.of(true, UTF_8, Map.of("TERM", "dumb")))
        .isEqualTo(new Terminal(false, false, true, 80));
  }

  @Test
  void columns_are_the_width_if_they_are_a_number() {
    assertThat(Terminal.of(true, UTF_8, Map.of("COLUMNS", "132")).width()).isEqualTo(132);
    assertThat(Terminal.of(true, UTF_8, Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
    assertThat(Terminal.of(true, UTF_8, Map.of("COLUMNS", "0")).width()).isEqualTo(80);
  }

  @Test
  void only_unicode_charsets_have_blocks() {
    assertThat(Terminal.of(true, US_ASCII, Map.of()).unicode()).isFalse();
    assertThat(Terminal.of(true, ISO_8859_1, Map.of()).unicode()).isFalse();
  }
}
