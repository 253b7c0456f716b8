package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.tests.viz.DrawingAssert.assertThatDrawing;
import static org.hypergrad.tests.viz.Neuron.leaf;

import org.hypergrad.Tensor;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.drawing.Kind;
import org.junit.jupiter.api.Test;

/// The graph that gradients go back through.
class BackwardDrawingTest {
  @Test
  void nodes_have_pytorchs_names_and_lead_to_where_gradients_add_up() {
    Tensor x = leaf("x", 2);
    Tensor w = leaf("w", -3);
    DrawingAssert drawing =
        assertThatDrawing(Drawings.backward(x.mul(w).add(w).name("y")))
            .has("y", Kind.OUTPUT)
            .has("AddBackward0", Kind.OPERATION)
            .has("MulBackward0", Kind.OPERATION);
    assertThat(drawing.arrows())
        .contains(
            "y -> AddBackward0",
            "AddBackward0 a -> MulBackward0",
            "AddBackward0 b -> w",
            "MulBackward0 a -> x",
            "MulBackward0 b -> w");
    assertThat(drawing.drawing().vertices())
        .filteredOn(vertex -> vertex.kind() == Kind.ACCUMULATED)
        .hasSize(2)
        .allMatch(vertex -> vertex.subtitle().equals("AccumulateGrad"));
  }

  @Test
  void a_node_says_how_each_gradient_is_computed() {
    assertThatDrawing(Drawings.backward(leaf("x", 2).mul(leaf("w", 3)).tanh()))
        .shows("TanhBackward0", "∂x", "g * (1 - y²)")
        .shows("MulBackward0", "∂a", "g * b")
        .shows("MulBackward0", "∂b", "g * a");
  }

  @Test
  void what_gets_no_gradient_has_no_rule() {
    DrawingAssert drawing = assertThatDrawing(Drawings.backward(leaf("x", 2).mul(4.0)));
    assertThat(drawing.vertex("MulBackward0").fields()).hasSize(1);
    assertThat(drawing.arrows()).contains("tensor ~> MulBackward0");
  }

  @Test
  void what_a_node_saved_points_to_it() {
    Tensor x = leaf("x", 2);
    Tensor y = x.exp().name("y");
    assertThat(assertThatDrawing(Drawings.backward(y.sin())).arrows())
        .contains("y ~> ExpBackward0", "y ~> SinBackward0");
  }

  @Test
  void what_was_released_is_said_to_be() {
    Tensor y = leaf("x", 2).exp().name("y");
    y.backward();
    assertThatDrawing(Drawings.backward(y))
        .misses("ExpBackward0", "saved", "released")
        .shows("x", "grad", "7.389");
  }

  @Test
  void a_gradient_that_is_not_there_is_not_zero() {
    assertThatDrawing(Drawings.backward(leaf("x", 2).exp())).misses("x", "grad", "none yet");
  }

  @Test
  void an_input_of_several_is_numbered() {
    Tensor x = Tensor.of(1.0, 2.0, 3.0, 4.0).requiresGrad(true).name("x");
    assertThat(assertThatDrawing(Drawings.backward(x.split(2, 0).get(1).exp())).arrows())
        .contains("ExpBackward0 -> 1 SplitBackward0");
  }
}
