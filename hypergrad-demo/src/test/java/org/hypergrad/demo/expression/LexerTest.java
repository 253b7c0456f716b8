package org.hypergrad.demo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.hypergrad.demo.expression.Token.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x1*w1+b         | x1 * w1 + b
          a**-.5          | a ** - .5
          2e-3 - 1.5E+2   | 2e-3 - 1.5E+2
          a<=b            | a <= b
          c+=1            | c += 1
          m@[1,2]         | m @ [ 1 , 2 ]
          _x^β            | _x ^ β
          """)
  void a_source_is_cut_into_words(String source, String words) {
    assertThat(texts(source)).containsExactly(words.split(" "));
  }

  @Test
  void a_token_knows_where_it_stands() {
    assertThat(Lexer.tokens("x +  12", 0))
        .extracting(Token::start, Token::end)
        .containsExactly(tuple(0, 1), tuple(2, 3), tuple(5, 7), tuple(7, 7));
  }

  @Test
  void the_end_of_a_line_separates_statements_but_not_inside_brackets() {
    assertThat(Lexer.tokens("a\nb; sum(c,\n d)", 0))
        .filteredOn(token -> token.kind() == Kind.SEPARATOR)
        .extracting(Token::start)
        .containsExactly(1, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a + $b  | 4 | '$' means nothing in an expression
          a + 2b  | 4 | '2b' is not a number; a product is written 2*b
          1.2.3   | 0 | '1.2.3' is not a number
          a . b   | 2 | '.' is not a number
          """,
      quoteCharacter = '"')
  void what_belongs_to_no_expression_is_pointed_at(String source, int position, String message) {
    assertThatThrownBy(() -> Lexer.tokens(source, 0))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessage(message);
  }

  private static List<String> texts(String source) {
    return Lexer.tokens(source, 0).stream()
        .filter(token -> token.kind() != Kind.END)
        .map(Token::text)
        .toList();
  }
}
