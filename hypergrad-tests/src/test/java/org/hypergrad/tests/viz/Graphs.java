package org.hypergrad.tests.viz;

import static org.hypergrad.tests.viz.Neuron.leaf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Node;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.LayerNorm;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.ReLU;
import org.hypergrad.nn.Sequential;
import org.hypergrad.viz.Blocks;
import org.hypergrad.viz.DrawingOptions;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.Watch;
import org.hypergrad.viz.drawing.Drawing;
import org.hypergrad.viz.drawing.Field;
import org.hypergrad.viz.drawing.Group;
import org.hypergrad.viz.drawing.Kind;
import org.hypergrad.viz.drawing.Sketch;

/// Graphs to draw.
final class Graphs {
  private Graphs() {}

  /// The expression of micrograd's README.
  static Drawing micrograd() {
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
      return watch.forward();
    }
  }

  /// A network of two inputs, three neurons and one, neuron by neuron.
  static Drawing mlp() {
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
      return watch.forward();
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

  private static final class Attention extends Block {
    private final Linear query = child("query", new Linear(8, 8));
    private final Linear key = child("key", new Linear(8, 8));
    private final Linear value = child("value", new Linear(8, 8));
    private final Linear out = child("out", new Linear(8, 8));

    @Override
    protected Tensor forward(Tensor x) {
      Tensor scores = query.apply(x).matmul(key.apply(x).t()).div(Math.sqrt(8));
      return out.apply(scores.softmax(1).matmul(value.apply(x)));
    }
  }

  private static final class TransformerBlock extends Block {
    private final LayerNorm norm1 = child("norm1", new LayerNorm(8));
    private final Attention attention = child("attention", new Attention());
    private final LayerNorm norm2 = child("norm2", new LayerNorm(8));
    private final Sequential mlp =
        child("mlp", new Sequential(new Linear(8, 32), new ReLU(), new Linear(32, 8)));

    @Override
    protected Tensor forward(Tensor x) {
      Tensor attended = x.add(attention.apply(norm1.apply(x)));
      return attended.add(mlp.apply(norm2.apply(attended)));
    }
  }

  /// A transformer block of 6 tokens, block by block.
  static Drawing transformer() {
    Generator.global().seed(1);
    TransformerBlock net = new TransformerBlock();
    Blocks blocks = new Blocks();
    net.namedBlocks()
        .forEach((name, block) ->
            block.forwardHook((_, inputs, output) -> blocks.add(name, inputs, output)));
    net.namedParameters().forEach(blocks::add);
    Tensor x = Tensor.ones(6, 8).name("x");
    Tensor y = net.apply(x).name("y");
    return Drawings.forward(
        y, DrawingOptions.DEFAULT.titled("A transformer block").inputs(x).blocks(blocks));
  }

  /// A graph by chance: every vertex leads to one or two younger ones, mostly not much younger.
  static Drawing random(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    Sketch sketch = new Sketch();
    for (int v = 0; v < size; v++) {
      String title = (random.nextInt(4) == 0 ? "a longer name " : "op") + v;
      List<Field> fields = List.of(Field.of("value", "0.123"), Field.of("grad", "1.234"));
      sketch.vertex(Kind.OPERATION, title, "a * b", fields, title, Group.NONE);
      TreeSet<Integer> inputs = new TreeSet<>();
      for (int i = v == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
        int reach = random.nextInt(8) == 0 ? 20 : 5;
        inputs.add(Math.max(0, v - 1 - random.nextInt(reach)));
      }
      for (int input : inputs) {
        sketch.arrow(input, v, "");
      }
    }
    return sketch.finish("", "Seed " + seed);
  }
}
