package org.hypergrad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void a_graph_is_a_table_of_values_and_gradients() {
    int code =
        run(
            "graph",
            "tanh(x1*w1 + x2*w2 + b)",
            "x1=2",
            "w1=-3",
            "x2=0",
            "w2=1",
            "b=6.8813735870195432");

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .isEqualTo(
            lines(
                "expression                shape     value   gradient",
                "x1                        []       2.0000    -1.5000",
                "w1                        []      -3.0000     1.0000",
                "x2                        []       0.0000     0.5000",
                "w2                        []       1.0000     0.0000",
                "b                         []       6.8814     0.5000",
                "x1*w1                     []      -6.0000     0.5000",
                "x2*w2                     []       0.0000     0.5000",
                "x1*w1 + x2*w2             []      -6.0000     0.5000",
                "x1*w1 + x2*w2 + b         []       0.8814     0.5000",
                "tanh(x1*w1 + x2*w2 + b)   []       0.7071     1.0000"));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_number_of_decimals_can_be_chosen() {
    assertThat(run("graph", "x / 3", "x=1", "--digits", "9")).isZero();

    assertThat(out.toString()).contains("0.333333333");
  }

  @Test
  void a_result_that_is_no_single_number_is_summed_and_that_is_said() {
    assertThat(run("graph", "x * 2", "x=[1,2]")).isZero();

    assertThat(out.toString())
        .startsWith("The result has shape [2]: the gradients are those of its sum.")
        .contains("[2.0000, 2.0000]");
  }

  @Test
  void a_missing_gradient_is_not_zero_and_a_superfluous_value_is_told() {
    assertThat(run("graph", "y = x * 2; x * 3", "x=1", "z=1")).isZero();

    assertThat(out.toString())
        .contains(
            "z            []      1.0000          -", "y = x * 2    []      2.0000          -");
    assertThat(err.toString()).isEqualTo(lines("hypergrad: the expression does not use 'z'"));
  }

  @Test
  void a_wrong_expression_is_three_lines_on_stderr_and_exit_code_2() {
    assertThat(run("graph", "x + $", "x=1")).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo(lines("hypergrad: '$' means nothing in an expression", "  x + $", "      ^"));
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          graph                    | Missing required parameter: 'EXPRESSION', or --model (see hypergrad graph --help)
          graph x --model y        | Give either an EXPRESSION or --model (see hypergrad graph --help)
          graph --model y          | --model needs --svg, --html or --dot FILE (see hypergrad graph --help)
          graph x x=1 --digits 40  | --digits is a number from 0 to 17, but was given 40 (see hypergrad graph --help)
          graph x x=1 --digits two | Invalid value for option '--digits': 'two' is not an int (see hypergrad graph --help)
          graph x x=1 --dgits=2    | Unknown option: '--dgits=2' (see hypergrad graph --help)
          help train digts         | There is no command 'digts' (see hypergrad train --help)
          grahp x                  | Unmatched arguments from index 0: 'grahp', 'x', did you mean graph or train? (see hypergrad --help)
          """)
  void a_wrong_command_is_one_line_on_stderr_and_exit_code_2(String command, String message) {
    assertThat(run(command.split(" "))).isEqualTo(2);

    assertThat(err.toString()).isEqualTo(lines("hypergrad: " + message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "train", "train digits", "graph"})
  void help_for_a_command_is_what_the_command_says_itself(String command) {
    String asked = CommandRun.of((Object[]) ("help " + command).strip().split(" ")).succeeded();
    assertThat(asked)
        .isEqualTo(CommandRun.of((Object[]) (command + " --help").strip().split(" ")).succeeded());
  }

  @Test
  void an_unknown_operation_is_one_line_that_names_its_neighbours() {
    assertThat(run("ops", "tanhh")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("'tanhh'", "tanh");
  }

  @Test
  void operations_are_listed_with_formula_and_module() {
    assertThat(run("ops")).isZero();

    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("tanh +tanh\\(x\\) +org\\.hypergrad\\.ops\\.basic"));
  }

  @Test
  void an_operation_is_described_with_its_rules_and_attributes() {
    assertThat(run("ops", "mul", "softmax")).isZero();

    assertThat(out.toString())
        .contains(
            "mul = a * b",
            "d/da           g * b",
            "d/db           g * a",
            "dim            a whole number");
  }

  @Test
  void the_version_tells_who_answers() {
    assertThat(run("--version")).isZero();

    assertThat(out.toString())
        .contains("HyperGrad ", "Java ", "kernels ", "float64", "org.hypergrad.ops.basic");
  }

  @Test
  void the_demo_agrees_with_micrograd_and_its_network_learns(@TempDir Path folder) {
    assertThat(run("demo", "--report", folder.toString())).isZero();

    assertThat(out.toString())
        .contains("24.7041", "138.8338", "645.5773", "% right")
        .doesNotContain("no, theirs");
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void without_a_command_the_help_is_shown() {
    assertThat(run()).isZero();

    assertThat(out.toString()).contains("demo", "train", "predict", "hello", "graph", "ops");
  }

  private static String lines(String... lines) {
    return Arrays.stream(lines)
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }
}
