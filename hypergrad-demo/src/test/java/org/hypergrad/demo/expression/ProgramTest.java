package org.hypergrad.demo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.demo.expression.Computation.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {
  @Test
  void micrograds_example_has_its_known_value_and_gradients() {
    var leaves = Values.parse(List.of("a=-4", "b=2"));
    Computation computation =
        Program.parse(
                """
                c = a + b; d = a * b + b**3
                c += c + 1
                c += 1 + c + (-a)
                d += d * 2 + relu(b + a)
                d += 3 * d + relu(b - a)
                e = c - d; f = e**2
                g = f / 2.0
                g += 10.0 / f
                """)
            .evaluate(leaves);
    computation.backward();

    assertThat(computation.result().item()).isCloseTo(24.70408163265306, within(1e-12));
    assertThat(leaves.get("a").grad().item()).isCloseTo(138.83381924198252, within(1e-10));
    assertThat(leaves.get("b").grad().item()).isCloseTo(645.5772594752186, within(1e-10));
  }

  @Test
  void steps_come_in_the_order_of_computation_and_every_one_keeps_its_gradient() {
    Computation computation = evaluate("y = a * b + 1; y * (a - 2)", "a=3", "b=4");
    computation.backward();

    assertThat(computation.steps())
        .extracting(Step::text)
        .containsExactly("a", "b", "a * b", "y = a * b + 1", "a - 2", "y * (a - 2)");
    assertThat(computation.steps())
        .extracting(step -> step.tensor().item())
        .containsExactly(3.0, 4.0, 12.0, 13.0, 1.0, 13.0);
    assertThat(computation.steps())
        .extracting(step -> step.tensor().grad().item())
        .containsExactly(17.0, 3.0, 1.0, 1.0, 13.0, 1.0);
  }

  @Test
  void values_are_named_after_what_they_are_called_or_computed_by() {
    assertThat(evaluate("y = a * b + 1", "a=3", "b=4").steps())
        .extracting(step -> step.tensor().name())
        .containsExactly("a", "b", "a * b", "y");
  }

  @Test
  void a_number_that_gets_a_name_is_a_leaf() {
    Computation computation = evaluate("a = -4; b = [1, 2]; sum(a * b)");
    computation.backward();

    assertThat(computation.steps()).extracting(Step::text).startsWith("a = -4", "b = [1, 2]");
    assertThat(computation.steps().get(0).tensor().grad().item()).isEqualTo(3);
    assertThat(computation.steps().get(1).tensor().grad().toDoubles()).containsExactly(-4, -4);
  }

  @Test
  void another_name_for_a_value_is_no_step() {
    assertThat(evaluate("y = x; y * y", "x=3").steps())
        .extracting(Step::text)
        .containsExactly("x", "y * y");
  }

  @Test
  void a_result_of_many_elements_is_summed_for_its_gradients() {
    var leaves = Values.parse(List.of("m=[[1,2],[3,4]]", "v=[5,6]"));
    Computation computation = Program.parse("m @ v").evaluate(leaves);

    assertThat(computation.isSummed()).isTrue();
    computation.backward();
    assertThat(leaves.get("m").grad().toDoubles()).containsExactly(5, 6, 5, 6);
    assertThat(leaves.get("v").grad().toDoubles()).containsExactly(4, 6);
  }

  @Test
  void what_the_result_does_not_depend_on_has_no_gradient() {
    Computation computation = evaluate("y = a * 2; b * 3", "a=1", "b=1", "c=1");
    computation.backward();

    Map<String, Tensor> byText = new HashMap<>();
    computation.steps().forEach(step -> byText.put(step.text(), step.tensor()));
    assertThat(byText.get("a").grad()).isNull();
    assertThat(byText.get("y = a * 2").grad()).isNull();
    assertThat(byText.get("b").grad().item()).isEqualTo(3);
    assertThat(computation.unused()).containsExactly("c");
  }

  @Test
  void a_comparison_and_a_computation_on_constants_have_no_gradients() {
    assertThat(evaluate("a < 2", "a=1").hasGradients()).isFalse();
    assertThat(evaluate("2 * 3").hasGradients()).isFalse();
  }

  @Test
  void any_operation_is_called_by_its_name_with_its_attributes() {
    assertThat(evaluate("sum(x, dim=0, keepdim=true)", "x=[[1,2],[3,4]]").result().toString())
        .startsWith("tensor([[4., 6.]]");
    assertThat(evaluate("leaky_relu(x, negative_slope=0.5)", "x=-3").result().item())
        .isEqualTo(-1.5);
    assertThat(evaluate("sum(x, dim=[0, 1])", "x=[[1,2],[3,4]]").result().item()).isEqualTo(10);
    assertThat(evaluate("where(x > 0, x, 0 - x)", "x=[1,-2]").result().toDoubles())
        .containsExactly(1, 2);
    assertThat(evaluate("gelu(x, approximate=tanh)", "x=0").result().item()).isZero();
    assertThat(evaluate("to(x, dtype=int64)", "x=2.5").result().toLongs()).containsExactly(2);
  }

  @Test
  void an_operand_can_be_left_out_where_the_operation_allows_it() {
    Computation computation =
        evaluate("cross_entropy(x, to(t, dtype=int64), none)", "x=[[1,2],[3,3]]", "t=[1,0]");

    double expected = (Math.log(1 + Math.exp(-1)) + Math.log(2)) / 2;
    assertThat(computation.result().item()).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          x + z                      | 4  | 'z' has no value: there is one for x, v; give it one, as z=2
          1 + tanhh(x)               | 4  | No module provides an operation 'tanhh'. Did you mean tanh
          x * softmax(v, dmi=0)      | 15 | softmax has no attribute 'dmi'; it has [dim
          softmax(v, dim=0.5)        | 15 | 'dim' is a whole number, but here is 0.5
          sum(v, keepdim=yes)        | 15 | 'keepdim' is true or false, but here is yes
          sum(v, dim=[0, a])         | 11 | 'dim' is whole numbers, as [0, 1], but here is [0, a]
          to(v, dtype=float16)       | 12 | 'dtype' is one of bool, uint8, int32, int64, float32, float64, but here is float16
          tanh(x, v)                 | 0  | tanh takes 1 tensor, but was given 2
          x + softmax(v)             | 4  | softmax needs the attribute 'dim', which has no default
          where(none, v, v)          | 0  | where needs every operand
          softmax(v, 0)              | 0  | softmax takes 1 operands, but was given 2; attributes are given by name: [dim
          v + [1, 2]                 | 2  | The size of tensor a (3) must match the size of tensor b (2)
          v @ [[1, 2]]               | 2  | mat1 and mat2 shapes cannot be multiplied
          softmax(v, dim=3)          | 0  | Dimension out of range
          [[1, 2], [3]] + x          | 0  | the entries of a list have one shape
          """)
  void what_cannot_be_computed_is_pointed_at(String source, int position, String message) {
    Map<String, Tensor> values = Values.parse(List.of("x=1", "v=[1,2,3]"));

    assertThatThrownBy(() -> Program.parse(source).evaluate(values))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessageContaining(message);
  }

  private static Computation evaluate(String source, String... values) {
    return Program.parse(source).evaluate(Values.parse(List.of(values)));
  }
}
