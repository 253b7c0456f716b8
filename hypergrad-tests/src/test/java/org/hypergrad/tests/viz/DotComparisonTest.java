package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.drawing.Drawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Our pictures have no more crossings and no more bends than those of Graphviz' `dot`.
class DotComparisonTest {
  @TempDir Path folder;

  static Stream<Arguments> graphs() {
    Neuron neuron = new Neuron();
    return Stream.of(
        Arguments.of("neuron", Drawings.forward(neuron.y, neuron.options)),
        Arguments.of("its way back", Drawings.backward(neuron.y)),
        Arguments.of("micrograd's example", Graphs.micrograd()),
        Arguments.of("small network", Graphs.mlp()),
        Arguments.of("transformer block", Graphs.transformer()),
        Arguments.of("the same, folded", Graphs.transformer().folded(1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  void a_graph_is_drawn_no_worse(String name, Drawing drawing) throws Exception {
    DrawnEdges ours = DrawnEdges.ofOurs(drawing.toSvg());
    DrawnEdges dots = DrawnEdges.ofDot(Graphviz.svg(drawing, folder));
    assertThat(ours.lines()).hasSameSizeAs(drawing.arrows());
    assertThat(dots.lines()).hasSameSizeAs(drawing.arrows());
    assertThat(ours.crossings()).as("crossings").isLessThanOrEqualTo(dots.crossings());
    assertThat(ours.bends()).as("bends").isLessThanOrEqualTo(dots.bends());
  }

  @Test
  void graphs_by_chance_are_drawn_no_worse_all_together() throws Exception {
    int ourCrossings = 0;
    int dotsCrossings = 0;
    int ourBends = 0;
    int dotsBends = 0;
    for (int seed = 1; seed <= 12; seed++) {
      Drawing drawing = Graphs.random(seed, 8 + 4 * seed);
      DrawnEdges ours = DrawnEdges.ofOurs(drawing.toSvg());
      DrawnEdges dots = DrawnEdges.ofDot(Graphviz.svg(drawing, folder));
      ourCrossings += ours.crossings();
      dotsCrossings += dots.crossings();
      ourBends += ours.bends();
      dotsBends += dots.bends();
    }
    assertThat(ourCrossings).as("crossings").isLessThanOrEqualTo(dotsCrossings);
    assertThat(ourBends).as("bends").isLessThanOrEqualTo(dotsBends);
  }
}
