package org.hypergrad.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user sees who types a command.
class CommandLineIT {
  /// The value and the gradient in a row of the table that `graph` prints.
  private record Row(String value, String gradient) {}

  /// The rows by their expressions.
  private static Map<String, Row> rows(Outcome graph) {
    return graph
        .out()
        .lines()
        .map(line -> line.split(" {2,}"))
        .filter(cells -> cells.length == 4)
        .collect(
            Collectors.toMap(cells -> cells[0], cells -> new Row(cells[2], cells[3]), (a, _) -> a));
  }

  @Test
  void the_neuron_of_micrograd_has_its_gradients() {
    Outcome graph =
        Image.hypergrad(
                "graph",
                "tanh(x1*w1 + x2*w2 + b)",
                "x1=2",
                "w1=-3",
                "x2=0",
                "w2=1",
                "b=6.8813735870195432")
            .run()
            .succeeded();
    assertThat(rows(graph))
        .containsEntry("x1", new Row("2.0000", "-1.5000"))
        .containsEntry("w1", new Row("-3.0000", "1.0000"))
        .containsEntry("x2", new Row("0.0000", "0.5000"))
        .containsEntry("w2", new Row("1.0000", "0.0000"))
        .containsEntry("b", new Row("6.8814", "0.5000"))
        .containsEntry("tanh(x1*w1 + x2*w2 + b)", new Row("0.7071", "1.0000"));
    assertThat(graph.complaints()).isEmpty();
  }

  @Test
  void the_example_of_micrograd_has_its_gradients() {
    Outcome graph =
        Image.hypergrad(
                "graph",
                """
                c = a + b; d = a * b + b**3
                c += c + 1; c += 1 + c + (-a)
                d += d * 2 + relu(b + a); d += 3 * d + relu(b - a)
                e = c - d; f = e**2
                g = f / 2.0; g += 10.0 / f\
                """,
                "a=-4",
                "b=2")
            .run()
            .succeeded();
    assertThat(rows(graph))
        .containsEntry("a", new Row("-4.0000", "138.8338"))
        .containsEntry("b", new Row("2.0000", "645.5773"));
    assertThat(graph.out()).contains("24.7041");
  }

  @Test
  void a_wrong_expression_is_shown_with_its_place() {
    Outcome outcome = Image.hypergrad("graph", "a * (b + ", "a=1", "b=2").run();
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.complaints()).hasSize(3).element(0).asString().startsWith("hypergrad: ");
    assertThat(outcome.complaints().get(1)).isEqualTo("  a * (b +");
    assertThat(outcome.complaints().get(2)).matches(" +\\^");
  }

  @Test
  void an_unknown_operation_is_answered_with_its_nearest_names() {
    Outcome outcome = Image.hypergrad("graph", "x + tahn(x)", "x=1").run();
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints().getFirst()).contains("'tahn'", "Did you mean", "tanh");
    assertThat(outcome.complaints().subList(1, 3)).containsExactly("  x + tahn(x)", "      ^");
  }

  @Test
  void an_unknown_command_is_one_clear_line() {
    Outcome outcome = Image.hypergrad("grahp").run();
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints())
        .singleElement()
        .asString()
        .contains("grahp", "graph", "--help");
  }

  @Test
  void an_unknown_name_for_ops_is_one_clear_line() {
    Outcome outcome = Image.hypergrad("ops", "sigmoit").run();
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints())
        .singleElement()
        .asString()
        .contains("'sigmoit'", "Did you mean sigmoid?");
  }

  @Test
  void ops_lists_every_operation_with_its_module() {
    Outcome ops = Image.hypergrad("ops").run().succeeded();
    Map<String, String> modules =
        ops.out()
            .lines()
            .skip(1)
            .map(line -> line.split(" {2,}"))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[cells.length - 1]));
    assertThat(modules).hasSizeGreaterThan(80).containsEntry("tanh", "org.hypergrad.ops.basic");
    assertThat(modules.values()).containsOnly("org.hypergrad.ops.basic");
  }

  @Test
  void a_training_ends_quietly_when_its_reader_leaves() {
    List<String> words = new ArrayList<>(List.of("bash", "-o", "pipefail", "-c"));
    words.addAll(List.of("\"$@\" | head -n 1", "bash"));
    words.addAll(Image.hypergrad("train", "iris", "--epochs", 1_000_000).words());
    Outcome outcome = Command.of(words.toArray()).run();
    assertThat(outcome.exitCode()).isEqualTo(141);
    assertThat(outcome.out()).startsWith("iris: ").hasLineCount(1);
    assertThat(outcome.complaints()).isEmpty();
  }

  @Test
  void the_demo_runs_to_its_end_and_leaves_a_report(@TempDir Path folder) {
    Outcome demo = Image.hypergrad("demo", "--report", folder).run().succeeded();
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
    assertThat(demo.out()).contains("24.7041", "138.8338", "645.5773");
    assertThat(TrainingIT.percentRight(demo)).isGreaterThanOrEqualTo(96.5);
    assertThat(demo.complaints()).isEmpty();
  }
}
