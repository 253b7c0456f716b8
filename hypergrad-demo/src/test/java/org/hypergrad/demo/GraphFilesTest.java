package org.hypergrad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `graph ... --svg FILE`, and the others.
class GraphFilesTest {
  @TempDir private Path folder;

  @Test
  void an_expression_is_drawn_in_every_format_with_its_values_and_gradients() {
    Path svg = folder.resolve("graph.svg");
    Path html = folder.resolve("graph.html");
    Path dot = folder.resolve("graph.dot");

    String out =
        CommandRun.of("graph", "a*b", "a=-4", "b=2", "--svg", svg, "--html", html, "--dot", dot)
            .succeeded();

    assertThat(out.lines())
        .contains("The graph is in " + svg, "The graph is in " + html, "The graph is in " + dot);
    assertThat(svg).content().startsWith("<svg").contains(">a*b<", ">-8<", ">-4<");
    assertThat(html).content().startsWith("<!DOCTYPE html>").contains("class=\"viewer\"");
    assertThat(dot).content().startsWith("digraph");
  }

  @Test
  void the_way_of_the_gradient_is_drawn_with_what_was_saved() {
    Path svg = folder.resolve("graph.svg");

    CommandRun.of("graph", "a*b", "a=-4", "b=2", "--backward", "--svg", svg).succeeded();

    assertThat(svg)
        .content()
        .contains("MulBackward0", "AccumulateGrad", "saved tensor")
        .doesNotContain("released");
  }

  @Test
  void a_network_is_drawn_folded_or_not() {
    Path model = folder.resolve("iris.safetensors");
    CommandRun.of("train", "iris", "--epochs=1", "--save", model).succeeded();
    Path folded = folder.resolve("folded.svg");
    Path whole = folder.resolve("whole.svg");
    Path backward = folder.resolve("backward.svg");

    String out = CommandRun.of("graph", "--model", model, "--svg", folded).succeeded();
    CommandRun.of("graph", "--model", model, "--svg", whole, "--unfold").succeeded();
    CommandRun.of("graph", "--model", model, "--svg", backward, "--unfold", "--backward")
        .succeeded();

    assertThat(out).contains("hidden1: Linear", "131 parameters");
    assertThat(folded)
        .content()
        .contains("iris 4-16-3", ">standardize<", ">hidden1<", ">activation1<", ">scores<")
        .doesNotContain("addmm");
    assertThat(whole)
        .content()
        .contains("hidden1.weight", ">addmm<", ">relu<")
        .containsPattern("value</text>[^\n]*>\\[[1-9][.\\d]*, [1-9][.\\d]*, "); // of the input
    assertThat(backward).content().contains("AddmmBackward0", ">hidden1.weight<");
  }

  @Test
  void what_could_not_be_written_is_refused_before_anything_is_computed() {
    Path nowhere = folder.resolve("nowhere");
    CommandRun run = CommandRun.of("graph", "x", "x=1", "--dot", nowhere.resolve("x.dot"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly("hypergrad: --dot: cannot write into the folder " + nowhere);
  }

  @Test
  void what_says_how_to_draw_needs_a_drawing() {
    CommandRun run = CommandRun.of("graph", "x", "x=1", "--backward");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("hypergrad: --backward needs --svg, --html or --dot FILE");
  }

  @Test
  void a_network_that_is_not_there_is_one_line() {
    CommandRun run =
        CommandRun.of("graph", "--model", folder.resolve("none"), "--svg", folder.resolve("x.svg"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly("hypergrad: there is no model " + folder.resolve("none"));
  }
}
