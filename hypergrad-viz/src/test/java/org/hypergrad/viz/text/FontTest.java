package org.hypergrad.viz.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Widths by the table, and text cut to them.
class FontTest {
  @Test
  void widths_are_those_of_dejavu() {
    assertThat(Font.SANS.width("i", 2048)).isCloseTo(569, within(0.5));
    assertThat(Font.SANS.width("W", 2048)).isCloseTo(2025, within(0.5));
    assertThat(Font.BOLD.width("W", 2048)).isCloseTo(2259, within(0.5));
    assertThat(Font.MONO.width("iW", 2048)).isCloseTo(2 * 1233, within(0.5));
  }

  @Test
  void a_character_outside_the_table_is_as_wide_as_a_square() {
    assertThat(Font.SANS.width("字", 10)).isEqualTo(10);
    assertThat(Font.SANS.width("🙂", 10)).isGreaterThan(10);
  }

  @Test
  void text_that_fits_stays() {
    assertThat(Font.SANS.shorten("tanh", 10, 100)).isEqualTo("tanh");
  }

  @Test
  void text_that_does_not_fit_ends_in_an_ellipsis() {
    String shortened = Font.SANS.shorten("a very long name of a tensor", 10, 60);
    assertThat(shortened).startsWith("a very").endsWith("…");
    assertThat(Font.SANS.width(shortened, 10)).isLessThanOrEqualTo(60);
  }

  @Test
  void a_character_of_two_units_is_not_cut_in_half() {
    String shortened = Font.SANS.shorten("🙂🙂🙂🙂", 10, 40);
    assertThat(shortened).isEqualTo("🙂🙂…");
  }
}
