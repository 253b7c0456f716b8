package org.hypergrad.tests.viz;

import static org.hypergrad.tests.viz.Neuron.leaf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Node;
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

  /// The expression of micrograd's README.
  @Test
  void the_example_of_micrograd() throws IOException {
    Tensor a = leaf("a", -4);
    Tensor b = leaf("b", 2);
    Tensor c = a.add(b).name("c");
    Tensor d = a.mul(b).add(b.pow(3)).name("d");
    Tensor c2 = c.add(c.add(1)).name("c'");
    Tensor c3 = c2.add(1).add(c2).add(a.neg()).name("c''");
    Tensor d2 = d.add(d.mul(2).add(b.add(a).relu())).name("d'");
    Tensor d3 = d2.add(d2.mul(3).add(b.sub(a).relu())).name("d''");
    Tensor e = c3.sub(d3).name("e");
    Tensor f = e.square().name("f");
    Tensor g = f.div(2.0).add(f.reciprocal().mul(10.0)).name("g");
    DrawingOptions options =
        DrawingOptions.DEFAULT.titled("The example of micrograd").known(c, d, c2, c3, d2, d3, e, f);
    try (Watch watch = Drawings.watch(g, options)) {
      g.backward();
      check("micrograd.svg", watch.forward());
    }
  }

  @Test
  void a_small_network() throws IOException {
    Tensor[] inputs = {leaf("x1", 0.5), leaf("x2", -1.2)};
    Map<Node, List<String>> blocks = new HashMap<>();
    Tensor[] hidden = new Tensor[3];
    for (int n = 0; n < hidden.length; n++) {
      hidden[n] = neuron(1, n + 1, inputs, blocks).name("h" + (n + 1));
    }
    Tensor y = neuron(2, 1, hidden, blocks).name("y");
    DrawingOptions options =
        DrawingOptions.DEFAULT
            .titled("A small network, neuron by neuron")
            .inputs(inputs)
            .known(hidden)
            .blocks(node -> blocks.getOrDefault(node, List.of()));
    try (Watch watch = Drawings.watch(y, options)) {
      y.backward();
      check("mlp.svg", watch.forward());
    }
  }

  private static Tensor neuron(
      int layer, int number, Tensor[] inputs, Map<Node, List<String>> blocks) {
    List<String> block = List.of("layer " + layer, "neuron " + number);
    Tensor sum = leaf("b" + layer + number, 0.1 * number);
    blocks.put(sum.gradientEdge().node(), block);
    for (int i = 0; i < inputs.length; i++) {
      double weight = Math.sin(100 * layer + 10 * number + i);
      Tensor w = leaf("w" + layer + number + (i + 1), weight);
      Tensor product = inputs[i].mul(w);
      sum = sum.add(product);
      blocks.put(w.gradientEdge().node(), block);
      blocks.put(product.gradFn(), block);
      blocks.put(sum.gradFn(), block);
    }
    Tensor y = sum.tanh();
    blocks.put(y.gradFn(), block);
    return y;
  }
}
