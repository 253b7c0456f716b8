package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hypergrad.Tensor;
import org.hypergrad.viz.DrawingOptions;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.drawing.Drawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Graphviz reads our DOT without a complaint. Where there is no `dot`, these are skipped.
class GraphvizTest {
  @TempDir Path folder;

  private String dot(Drawing drawing) throws IOException, InterruptedException {
    boolean isInstalled =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "dot")));
    assumeTrue(isInstalled, "Graphviz is not installed: no dot on the PATH");
    Path source = Files.writeString(folder.resolve("x.dot"), drawing.toDot());
    Path out = folder.resolve("x.svg");
    Path err = folder.resolve("err");
    int exitCode =
        new ProcessBuilder("dot", "-Tsvg", "-o", out.toString(), source.toString())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertThat(Files.readString(err, StandardCharsets.UTF_8)).isEmpty();
    assertThat(exitCode).isZero();
    return Files.readString(out);
  }

  @Test
  void dot_draws_a_neuron() throws Exception {
    Neuron neuron = new Neuron();
    String svg = dot(Drawings.forward(neuron.y, neuron.options));
    assertThat(svg.split("class=\"node\"", -1)).hasSize(11);
    assertThat(svg.split("class=\"edge\"", -1)).hasSize(10);
    assertThat(dot(Drawings.backward(neuron.y))).contains("TanhBackward0");
  }

  static Stream<String> names() {
    return HostileNames.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void dot_draws_any_name(String name) throws Exception {
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true).name(name);
    Tensor y = x.exp().name(name).sum().name(name);
    String svg = dot(Drawings.forward(y, DrawingOptions.DEFAULT.titled("any name")));
    assertThat(svg.split("class=\"node\"", -1)).hasSize(4);
  }
}
