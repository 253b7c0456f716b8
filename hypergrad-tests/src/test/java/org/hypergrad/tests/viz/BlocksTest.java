package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.tests.viz.DrawingAssert.assertThatDrawing;

import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.Linear;
import org.hypergrad.viz.Blocks;
import org.hypergrad.viz.DrawingOptions;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.drawing.Drawing;
import org.hypergrad.viz.drawing.Group;
import org.hypergrad.viz.drawing.Kind;
import org.hypergrad.viz.drawing.Vertex;
import org.junit.jupiter.api.Test;

/// A network drawn by its blocks.
class BlocksTest {
  /// x + fc2(relu(fc1(x)))
  private static final class Residual extends Block {
    private final Linear fc1 = child("fc1", new Linear(3, 4));
    private final Linear fc2 = child("fc2", new Linear(4, 3));

    @Override
    protected Tensor forward(Tensor x) {
      return x.add(fc2.apply(fc1.apply(x).relu()));
    }
  }

  private static final class Net extends Block {
    private final Residual first = child("first", new Residual());
    private final Residual second = child("second", new Residual());

    @Override
    protected Tensor forward(Tensor x) {
      return second.apply(first.apply(x)).sum();
    }
  }

  private static Drawing drawing() {
    Net net = new Net();
    Blocks blocks = new Blocks();
    net.namedBlocks()
        .forEach((name, block) ->
            block.forwardHook((_, inputs, output) -> blocks.add(name, inputs, output)));
    net.namedParameters().forEach(blocks::add);
    Tensor y = net.apply(Tensor.ones(2, 3).name("x")).name("y");
    return Drawings.forward(y, DrawingOptions.DEFAULT.blocks(blocks));
  }

  private static String block(Drawing drawing, Vertex vertex) {
    String path = "";
    for (int g = vertex.group(); g != Group.NONE; g = drawing.groups().get(g).parent()) {
      path = "/" + drawing.groups().get(g).label() + path;
    }
    return path;
  }

  @Test
  void operations_lie_in_the_innermost_block_that_made_them() {
    Drawing drawing = drawing();
    assertThat(drawing.vertices())
        .filteredOn(vertex -> vertex.kind() != Kind.PARAMETER)
        .extracting(vertex -> vertex.title() + " " + block(drawing, vertex))
        .contains("x ", "relu /first", "relu /second", "add /first", "add /second", "y ")
        .contains("addmm /first/fc1", "addmm /second/fc2");
  }

  @Test
  void parameters_lie_in_their_blocks() {
    Drawing drawing = drawing();
    assertThat(drawing.vertices())
        .filteredOn(vertex -> vertex.kind() == Kind.PARAMETER)
        .extracting(vertex -> block(drawing, vertex))
        .containsExactlyInAnyOrder(
            "/first/fc1",
            "/first/fc1",
            "/first/fc2",
            "/first/fc2",
            "/second/fc1",
            "/second/fc1",
            "/second/fc2",
            "/second/fc2");
  }

  @Test
  void blocks_can_be_folded() {
    assertThat(assertThatDrawing(drawing().folded(0)).arrows())
        .contains("first -> second", "second -> y");
  }
}
