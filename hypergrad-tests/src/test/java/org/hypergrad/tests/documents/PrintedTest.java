package org.hypergrad.tests.documents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24.704081632653062 | 24.7041",
        "7.000999999999479 | 7.001",
        "loss 0.0779, accuracy 0.9833 | loss 0.08, accuracy 0.98",
        "-1.2345e-05 | -1.23e-05",
        "one   two | one two",
      })
  void a_document_may_round_and_break_lines(String printed, String promised) {
    assertThatCode(() -> new Printed(printed).isAsPromised(promised, "here"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24.7042 | 24.7041",
        "-24.7041 | 24.7041",
        "0.976 | 0.97",
        "6 | 7",
        "MulBackward0 | AddBackward0",
        "1.0 and 2.0 | 1.0",
        "1.0 | 1.0 and 2.0",
        "printed | ''",
      })
  void anything_else_is_noticed(String printed, String promised) {
    assertThatThrownBy(() -> new Printed(printed).isAsPromised(promised, "here"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("what is printed under 'here'");
  }
}
