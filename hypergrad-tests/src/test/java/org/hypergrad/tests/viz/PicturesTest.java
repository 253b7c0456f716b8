package org.hypergrad.tests.viz;

import java.io.IOException;
import org.hypergrad.viz.DrawingOptions;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.Watch;
import org.hypergrad.viz.drawing.Drawing;
import org.junit.jupiter.api.Test;

/// Some drawings, as [Picture] compares them.
class PicturesTest {
  private static void check(String name, Drawing drawing) throws IOException {
    Picture.check(name, drawing.toSvg());
  }

  @Test
  void one_neuron() throws IOException {
    Neuron neuron = new Neuron();
    try (Watch watch = Drawings.watch(neuron.y, neuron.options)) {
      neuron.y.backward();
      check("neuron.svg", watch.forward());
    }
  }

  @Test
  void the_way_back_through_a_neuron() throws IOException {
    Neuron neuron = new Neuron();
    check(
        "neuron-backward.svg",
        Drawings.backward(neuron.y, DrawingOptions.DEFAULT.titled("How the gradient goes back")));
  }

  @Test
  void the_example_of_micrograd() throws IOException {
    check("micrograd.svg", Graphs.micrograd());
  }

  @Test
  void a_small_network() throws IOException {
    check("mlp.svg", Graphs.mlp());
  }
}
