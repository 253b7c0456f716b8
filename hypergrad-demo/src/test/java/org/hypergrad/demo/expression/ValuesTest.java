package org.hypergrad.demo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
  @Test
  void a_value_is_a_named_leaf_of_float64() {
    Tensor x = Values.parse(List.of("x=-2.5")).get("x");

    assertThat(x.item()).isEqualTo(-2.5);
    assertThat(x.name()).isEqualTo("x");
    assertThat(x.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(x.isLeaf() && x.requiresGrad()).isTrue();
  }

  @Test
  void lists_are_vectors_and_matrices() {
    var values = Values.parse(List.of("v = [1, 2, 3]", "m=[[1,2],[3,4],[5,6]]", "none=[]"));

    assertThat(values.keySet()).containsExactly("v", "m", "none");
    assertThat(values.get("v").shape()).isEqualTo(Shape.of(3));
    assertThat(values.get("m").shape()).isEqualTo(Shape.of(3, 2));
    assertThat(values.get("m").toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(values.get("none").shape()).isEqualTo(Shape.of(0));
  }

  @Test
  void infinities_and_not_a_number_can_be_written() {
    assertThat(Values.parse(List.of("x=[inf, -inf, nan]")).get("x").toDoubles())
        .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          x              | 0 | a value is given as name=value, as in x=2 or x=[1,2,3]
          =2             | 0 | a value is given as name=value, as in x=2 or x=[1,2,3]
          2x=1           | 0 | a value is given as name=value, as in x=2 or x=[1,2,3]
          x=             | 2 | expected a number, but here is the end
          x=two          | 2 | 'two' is not a number
          x==2           | 2 | expected a number, but here is '='
          x=1.2.3        | 2 | '1.2.3' is not a number
          x=1,2          | 3 | expected nothing more, but here is ','
          x=[1,2         | 6 | expected ']', but here is the end
          x=[[1,2],[3]]  | 2 | the entries of a list have one shape, but [1, 2] has [2] and [3] has [1]
          """)
  void what_is_no_value_is_pointed_at(String text, int position, String message) {
    assertThatThrownBy(() -> Values.parse(List.of(text)))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessage(message);
  }

  @Test
  void a_name_cannot_be_given_twice() {
    assertThatThrownBy(() -> Values.parse(List.of("x=1", "y=2", "x=3")))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("'x' is given a second time");
  }
}
