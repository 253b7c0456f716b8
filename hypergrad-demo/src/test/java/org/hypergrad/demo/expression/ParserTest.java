package org.hypergrad.demo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a + b * c                | (a ADD (b MULTIPLY c))
          a - b - c                | ((a SUBTRACT b) SUBTRACT c)
          a / b * c                | ((a DIVIDE b) MULTIPLY c)
          (a + b) * c              | ((a ADD b) MULTIPLY c)
          a ** b ** c              | (a POWER (b POWER c))
          a ^ 2                    | (a POWER 2)
          -a ** 2                  | -(a POWER 2)
          a ** -b                  | (a POWER -b)
          -a * b                   | (-a MULTIPLY b)
          a - -b                   | (a SUBTRACT -b)
          +a                       | a
          --a                      | --a
          -2 ** 2                  | -(2 POWER 2)
          a @ b + c                | ((a MATRIX_MULTIPLY b) ADD c)
          a + b <= c * d           | ((a ADD b) LESS_OR_EQUAL (c MULTIPLY d))
          tanh(a + b)              | tanh((a ADD b))
          where(a > 0, a, -a)      | where((a GREATER 0), a, -a)
          sum(x, dim=0)            | sum(x, dim=0)
          sum(x, dim=[0, -1], keepdim=true) | sum(x, dim=[0, -1], keepdim=true)
          clamp(x, min=-inf)       | clamp(x, min=-Infinity)
          [[1, -2], [3, 4]] @ x    | ([[1, -2], [3, 4]] MATRIX_MULTIPLY x)
          f()                      | f()
          """)
  void precedence_is_pythons(String source, String tree) {
    assertThat(tree(Program.parse(source).statements().getFirst().expression())).isEqualTo(tree);
  }

  @Test
  void an_update_binds_the_name_to_the_old_value_and_the_rest_of_the_line() {
    Statement statement = Program.parse("c *= a + b").statements().getFirst();

    assertThat(statement.name()).contains("c");
    assertThat(tree(statement.expression())).isEqualTo("(c MULTIPLY (a ADD b))");
  }

  @Test
  void statements_end_with_semicolons_or_lines() {
    assertThat(Program.parse(";a = 1;\n\n b = 2 ; a * b\n").statements())
        .extracting(statement -> statement.name().orElse("-"))
        .containsExactly("a", "b", "-");
  }

  @Test
  void a_part_knows_its_text_with_its_parentheses() {
    String source = "x = (a + b) * sum(c) - (d)";
    Statement statement = Program.parse(source).statements().getFirst();
    var difference = (Expression.Binary) statement.expression();

    assertThat(source.substring(difference.start(), difference.end()))
        .isEqualTo("(a + b) * sum(c) - (d)");
    assertThat(source.substring(difference.left().start(), difference.left().end()))
        .isEqualTo("(a + b) * sum(c)");
    assertThat(source.charAt(difference.position())).isEqualTo('-');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a +             | 3 | expected a number, a name or '(', but here is the end
          a b             | 2 | expected an operator, but here is 'b'
          (a + b          | 6 | expected ')', but here is the end
          a + b)          | 5 | expected an operator, but here is ')'
          tanh(a, )       | 8 | expected a number, a name or '(', but here is ')'
          a < b < c       | 6 | comparisons cannot be chained
          sum(x, dim=)    | 11 | expected a number, but here is ')'
          [1, a+b]        | 5 | expected ']', but here is '+'
          2 = a           | 2 | expected an operator, but here is '='
          a = ; b         | 4 | expected a number, a name or '(', but here is ';'
          1e999           | 0 | '1e999' is too large for a float64
          ;               | 0 | there is no expression
          """)
  void what_does_not_fit_is_pointed_at(String source, int position, String message) {
    assertThatThrownBy(() -> Program.parse(source))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessage(message);
  }

  @Test
  void the_caret_stands_in_the_line_that_is_wrong() {
    assertThatThrownBy(() -> Program.parse("a = 1\nb = a $ 2\nb"))
        .isInstanceOfSatisfying(
            ExpressionException.class,
            e -> assertThat(e.pointer()).isEqualTo("  b = a $ 2\n        ^"));
  }

  @Test
  void nesting_beyond_reason_is_an_error_and_no_stack_overflow() {
    assertThatThrownBy(() -> Program.parse("(".repeat(100_000)))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("nested more than 200 deep");
  }

  private static String tree(Expression expression) {
    return switch (expression) {
      case Expression.Constant constant -> constant.literal().toString();
      case Expression.Variable variable -> variable.name();
      case Expression.Negation negation -> "-" + tree(negation.operand());
      case Expression.Binary binary ->
          "(" + tree(binary.left()) + " " + binary.operator() + " " + tree(binary.right()) + ")";
      case Expression.Call call ->
          Stream.concat(
                  call.operands().stream().map(ParserTest::tree),
                  call.settings().stream().map(setting -> setting.name() + "=" + setting.value()))
              .collect(Collectors.joining(", ", call.operation() + "(", ")"));
    };
  }
}
