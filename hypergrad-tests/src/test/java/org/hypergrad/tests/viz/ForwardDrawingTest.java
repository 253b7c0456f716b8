package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hypergrad.tests.viz.DrawingAssert.assertThatDrawing;
import static org.hypergrad.tests.viz.Neuron.leaf;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Functional;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.viz.DrawingOptions;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.Watch;
import org.hypergrad.viz.drawing.Drawing;
import org.hypergrad.viz.drawing.Group;
import org.hypergrad.viz.drawing.Kind;
import org.junit.jupiter.api.Test;

/// The expression behind a tensor.
class ForwardDrawingTest {
  private static List<String> texts(Drawing drawing, String field) {
    return drawing.vertices().stream()
        .flatMap(vertex -> vertex.fields().stream())
        .filter(each -> each.name().equals(field))
        .map(each -> each.exists() ? each.text() : "(" + each.text() + ")")
        .toList();
  }

  // ---- structure

  @Test
  void a_neuron_has_its_leaves_its_operations_and_its_result() {
    Neuron neuron = new Neuron();
    DrawingAssert drawing =
        assertThatDrawing(Drawings.forward(neuron.y, neuron.options))
            .has("x1", Kind.INPUT)
            .has("w1", Kind.PARAMETER)
            .has("y", Kind.OUTPUT);
    assertThat(drawing.titles())
        .containsExactly("x1", "x2", "w1", "w2", "b", "mul", "mul", "add", "add", "y");
    assertThat(drawing.arrows())
        .contains("x1 -> a mul", "w1 -> b mul", "b -> b add", "add -> a add", "add -> y");
  }

  @Test
  void x_times_x_has_two_arrows() {
    Tensor x = leaf("x", 3);
    assertThat(assertThatDrawing(Drawings.forward(x.mul(x).name("y"))).arrows())
        .containsExactly("x -> a y", "x -> b y");
  }

  @Test
  void a_shared_leaf_is_drawn_once() {
    Tensor x = leaf("x", 3);
    assertThat(assertThatDrawing(Drawings.forward(x.exp().add(x.sin()))).titles())
        .containsExactly("x", "exp", "sin", "add");
  }

  @Test
  void data_and_numbers_are_inputs() {
    Tensor data = Tensor.of(1.0, 2.0).name("data");
    Tensor w = leaf("w", 3);
    Drawing drawing = Drawings.forward(w.mul(data).mul(2.5));
    assertThatDrawing(drawing)
        .has("data", Kind.INPUT)
        .shows("data", "value", "[1, 2]")
        .has("2.5", Kind.INPUT);
  }

  @Test
  void a_number_is_there_with_its_value_whether_a_rule_needs_it_or_not() {
    Tensor y = leaf("x", 3).mul(2).add(1).rsub(5);
    assertThat(assertThatDrawing(Drawings.forward(y)).titles())
        .containsExactly("x", "mul", "2", "add", "1", "sub", "5");
    y.backward();
    assertThat(assertThatDrawing(Drawings.forward(y)).titles()).contains("2", "1", "5");
  }

  @Test
  void data_that_no_rule_needs_is_there_without_its_value() {
    assertThatDrawing(Drawings.forward(leaf("x", 3).add(Tensor.of(1.0, 2.0))))
        .has("constant", Kind.CONSTANT)
        .shows("constant", "shape", "[2]")
        .misses("constant", "value", "not needed");
  }

  @Test
  void what_a_function_keeps_beside_its_inputs_is_no_input() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}}).requiresGrad(true).name("x");
    Tensor target = Tensor.of(0L, 1L);
    Tensor loss = Functional.crossEntropy(x, target);
    assertThat(assertThatDrawing(Drawings.forward(loss)).arrows())
        .containsExactlyInAnyOrder(
            "x -> view", "view -> x cross_entropy", "input -> t cross_entropy");
  }

  @Test
  void data_that_a_rule_needed_is_released_after_it() {
    Tensor y = leaf("x", 3).mul(Tensor.of(1.0, 2.0)).sum();
    assertThatDrawing(Drawings.forward(y)).shows("input", "value", "[1, 2]");
    y.backward();
    assertThatDrawing(Drawings.forward(y))
        .has("constant", Kind.INPUT)
        .misses("constant", "value", "released");
  }

  @Test
  void the_legend_says_what_a_constant_without_its_value_is() {
    assertThat(Drawings.forward(leaf("x", 3).add(Tensor.of(1.0, 2.0))).toSvg())
        .contains(">constant, not needed for the gradient<");
    assertThat(Drawings.forward(leaf("x", 3).mul(Tensor.of(1.0, 2.0))).toSvg())
        .doesNotContain("not needed");
  }

  @Test
  void an_output_of_several_is_numbered() {
    Tensor x = Tensor.of(1.0, 2.0, 3.0, 4.0).requiresGrad(true).name("x");
    List<Tensor> parts = x.split(2, 0);
    assertThat(assertThatDrawing(Drawings.forward(parts.get(1).exp())).arrows())
        .containsExactly("x -> split", "split 1 -> exp");
  }

  @Test
  void a_leaf_is_a_drawing_too() {
    assertThatDrawing(Drawings.forward(leaf("x", 3))).has("x", Kind.PARAMETER);
    assertThatDrawing(Drawings.forward(Tensor.scalar(3.0).name("x"))).has("x", Kind.INPUT);
  }

  @Test
  void nodes_lie_in_the_blocks_they_are_said_to_belong_to() {
    Tensor x = leaf("x", 3);
    Tensor inner = x.exp().name("inner");
    Drawing drawing =
        Drawings.forward(
            inner.sin(),
            DrawingOptions.DEFAULT.blocks(
                node -> node == inner.gradFn() ? List.of("net", "fc1") : List.<String>of()));
    assertThat(drawing.groups()).containsExactly(new Group("net", Group.NONE), new Group("fc1", 0));
    assertThat(assertThatDrawing(drawing).vertex("inner").group()).isEqualTo(1);
    assertThat(assertThatDrawing(drawing).vertex("x").group()).isEqualTo(Group.NONE);
  }

  @Test
  void the_settings_of_a_call_are_part_of_its_formula() {
    Tensor x = leaf("x", 3);
    Tensor w = leaf("w", 2);
    assertThat(assertThatDrawing(Drawings.forward(x.add(w))).vertex("add").subtitle())
        .isEqualTo("a + b");
    assertThat(assertThatDrawing(Drawings.forward(x.add(w, 0.5))).vertex("add").subtitle())
        .isEqualTo("a + 0.5 * b");
  }

  @Test
  void a_very_deep_graph_is_drawn_without_recursion() {
    Tensor y = leaf("x", 1);
    for (int i = 0; i < 30_000; i++) {
      y = y.neg();
    }
    assertThat(Drawings.forward(y).vertices()).hasSize(30_001);
    assertThat(Drawings.backward(y).toDot()).contains("v30000");
  }

  // ---- values

  @Test
  void values_are_those_that_were_computed() {
    Neuron neuron = new Neuron();
    assertThat(texts(Drawings.forward(neuron.y), "value"))
        .containsExactly("2", "0", "-3", "1", "6.881", "-6", "0", "-6", "0.8814", "0.7071");
  }

  @Test
  void values_that_a_backward_pass_released_are_computed_again() {
    Neuron neuron = new Neuron();
    List<String> before = texts(Drawings.forward(neuron.y), "value");
    neuron.y.backward();
    assertThat(texts(Drawings.forward(neuron.y), "value")).isEqualTo(before);
  }

  @Test
  void a_value_is_not_made_up_from_a_leaf_that_has_changed_since() {
    Neuron neuron = new Neuron();
    neuron.y.backward();
    GradMode.off(() -> neuron.w1.add_(1.0));
    assertThat(texts(Drawings.forward(neuron.y), "value"))
        .containsExactly(
            "2",
            "0",
            "-2",
            "1",
            "6.881",
            "(not kept)",
            "(not kept)",
            "(not kept)",
            "(not kept)",
            "0.7071");
  }

  @Test
  void drawing_changes_nothing() {
    Neuron neuron = new Neuron();
    Drawings.forward(neuron.y);
    Drawings.backward(neuron.y);
    neuron.y.backward();
    assertThat(neuron.x1.grad().item()).isEqualTo(-1.5, within(1e-12));
    assertThat(neuron.y.gradFn().hooks()).isNull();
  }

  @Test
  void a_large_tensor_shows_from_where_to_where_it_reaches() {
    Tensor x = Tensor.arange(6).to(DType.FLOAT32).reshape(2, 3).name("x");
    assertThatDrawing(Drawings.forward(x))
        .shows("x", "shape", "[2, 3] float32")
        .shows("x", "value", "0 … 5");
  }

  @Test
  void numbers_that_are_none_are_counted() {
    Tensor x = Tensor.of(1.0, Double.NaN, 2.0, Double.NaN, 3.0).name("x");
    assertThatDrawing(Drawings.forward(x)).shows("x", "value", "2 of 5 are NaN");
  }

  // ---- gradients

  @Test
  void a_gradient_that_is_not_there_is_not_zero() {
    Neuron neuron = new Neuron();
    List<String> gradients = texts(Drawings.forward(neuron.y), "grad");
    assertThat(gradients).hasSize(10).containsOnly("(none yet)", "(not kept)");
  }

  @Test
  void a_gradient_of_zero_is_zero() {
    Neuron neuron = new Neuron();
    neuron.y.backward();
    assertThatDrawing(Drawings.forward(neuron.y)).shows("w2", "grad", "0");
  }

  @Test
  void a_retained_gradient_is_shown() {
    Tensor x = leaf("x", 3);
    Tensor h = x.exp().name("h");
    h.retainGrad();
    Tensor y = h.mul(2.0).name("y");
    assertThatDrawing(Drawings.forward(y, DrawingOptions.DEFAULT.known(h)))
        .misses("h", "grad", "none yet");
    y.backward();
    assertThatDrawing(Drawings.forward(y, DrawingOptions.DEFAULT.known(h)))
        .shows("h", "grad", "2")
        .misses("y", "grad", "not kept");
  }

  @Test
  void a_watched_graph_shows_all_numbers() {
    Neuron neuron = new Neuron();
    try (Watch watch = Drawings.watch(neuron.y, neuron.options)) {
      neuron.y.backward();
      assertThat(texts(watch.forward(), "value"))
          .containsExactly("2", "0", "-3", "1", "6.881", "-6", "0", "-6", "0.8814", "0.7071");
      assertThat(texts(watch.forward(), "grad"))
          .containsExactly("-1.5", "0.5", "1", "0", "0.5", "0.5", "0.5", "0.5", "0.5", "1");
    }
  }

  @Test
  void a_watch_that_is_closed_sees_no_more() {
    Tensor x = leaf("x", 3);
    Tensor y = x.exp().name("y");
    Watch watch = Drawings.watch(y);
    watch.close();
    y.backward();
    assertThatDrawing(watch.forward()).misses("y", "grad", "not kept");
  }

  @Test
  void details_have_all_the_numbers() {
    Tensor x = Tensor.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0).requiresGrad(true).name("x");
    Tensor y = x.sum().name("y");
    y.backward();
    assertThat(Drawings.forward(y).vertices().getFirst().details())
        .contains("tensor([1., 2., 3., 4., 5., 6.], dtype=float64)")
        .contains("tensor([1., 1., 1., 1., 1., 1.], dtype=float64)");
  }

  @Test
  void details_of_a_number_have_all_its_digits() {
    Drawing drawing = Drawings.forward(leaf("x", 2).exp().name("y"));
    assertThat(assertThatDrawing(drawing).vertex("y").details())
        .contains("exp: ")
        .contains(Double.toString(Math.exp(2)));
  }
}
