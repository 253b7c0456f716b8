package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    return Graphviz.svg(drawing, folder);
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
