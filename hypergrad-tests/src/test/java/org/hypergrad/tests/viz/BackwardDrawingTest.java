package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.tests.viz.DrawingAssert.assertThatDrawing;
import static org.hypergrad.tests.viz.Neuron.leaf;

import java.util.List;
import org.hypergrad.Operations;
import org.hypergrad.Tensor;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;
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
    assertThat(drawing.arrows()).contains("4 ~> b MulBackward0");
  }

  @Test
  void what_a_node_saved_points_to_it() {
    Tensor x = leaf("x", 2);
    Tensor y = x.exp().name("y");
    assertThat(assertThatDrawing(Drawings.backward(y.sin())).arrows())
        .contains("y ~> ExpBackward0", "y ~> SinBackward0");
  }

  @Test
  void what_a_node_saved_says_which_input_it_was() {
    Tensor x = leaf("x", 2);
    Tensor w = leaf("w", 3);
    assertThat(assertThatDrawing(Drawings.backward(x.mul(w).square())).arrows())
        .contains("w ~> b MulBackward0", "x ~> a MulBackward0");
  }

  @Test
  void inputs_of_a_function_have_its_names() {
    Tensor x = leaf("x", 2).mul(Tensor.ones(2, 3)).name("scaled");
    Tensor w = Tensor.ones(3, 2).requiresGrad(true).name("w");
    Tensor bias = Tensor.ones(2).name("bias");
    Tensor y = Operations.named("addmm").apply(bias, x, w).getFirst();
    assertThatDrawing(Drawings.backward(y))
        .shows("AddmmBackward0", "∂a", "g @ bᵀ")
        .shows("AddmmBackward0", "∂b", "aᵀ @ g");
    assertThat(assertThatDrawing(Drawings.backward(y)).arrows())
        .contains(
            "AddmmBackward0 a -> MulBackward0",
            "AddmmBackward0 b -> w",
            "scaled ~> a AddmmBackward0",
            "w ~> b AddmmBackward0");
  }

  @Test
  void inputs_of_ones_own_function_have_the_names_it_gives_them_else_numbers() {
    Tensor a = leaf("p", 2);
    Tensor b = leaf("q", 3);
    assertThat(assertThatDrawing(Drawings.backward(new Blend(List.of()).of(a, b))).arrows())
        .contains("BlendBackward0 0 -> p", "BlendBackward0 1 -> q", "q ~> 1 BlendBackward0");
    assertThat(
            assertThatDrawing(Drawings.forward(new Blend(List.of("x", "weight")).of(a, b)))
                .arrows())
        .containsExactly("p -> x blend", "q -> weight blend");
    assertThat(
            assertThatDrawing(Drawings.backward(new Blend(List.of("x", "weight")).of(a, b)))
                .shows("BlendBackward0", "∂weight", "g * x")
                .arrows())
        .contains("BlendBackward0 weight -> q", "q ~> weight BlendBackward0");
  }

  /// A function of one's own; it also keeps a tensor that is no input.
  private static final class Blend extends Function {
    private final List<String> names;

    Blend(List<String> names) {
      super("blend", "x * weight", List.of("g * weight", "g * x"), 2);
      this.names = names;
    }

    Tensor of(Tensor... inputs) {
      return apply(inputs).getFirst();
    }

    @Override
    public List<String> inputNames() {
      return names;
    }

    @Override
    public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
      context.save(inputs[0], inputs[1], Tensor.scalar(1.0));
      return new Tensor[] {inputs[0].mul(inputs[1])};
    }

    @Override
    public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
      Tensor g = gradients[0];
      return new Tensor[] {g.mul(context.saved(1)), g.mul(context.saved(0))};
    }
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
