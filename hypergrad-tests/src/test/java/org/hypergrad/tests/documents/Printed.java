package org.hypergrad.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a block of a document has printed.
///
/// A document may break a line elsewhere and round a number: `0.98` stands for 0.98333. Words and
/// whole numbers are the same.
record Printed(String text) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:e[-+]?\\d+)?");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  void isAsPromised(String promised, String where) {
    assertThat(words(withNumbersOf(promised)))
        .as("what is printed under '%s'", where)
        .isEqualTo(words(promised));
  }

  private static String words(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ");
  }

  /// This, with each number as it is promised where both are the same.
  private String withNumbersOf(String promised) {
    Iterator<String> numbers =
        NUMBER.matcher(promised).results().map(MatchResult::group).iterator();
    return NUMBER
        .matcher(text)
        .replaceAll(
            number -> numbers.hasNext() ? either(number.group(), numbers.next()) : number.group());
  }

  private static String either(String printed, String promised) {
    BigDecimal shown = new BigDecimal(promised);
    BigDecimal difference = new BigDecimal(printed).subtract(shown).abs().multiply(BigDecimal.TWO);
    return difference.compareTo(shown.ulp()) <= 0 ? promised : printed;
  }
}
