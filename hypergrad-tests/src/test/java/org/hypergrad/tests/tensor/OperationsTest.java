package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.List;
import java.util.NoSuchElementException;
import org.hypergrad.Operations;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.StandardAttributes;
import org.hypergrad.spi.UnaryOperation;
import org.junit.jupiter.api.Test;

/// The operations present, by name.
class OperationsTest {
  @Test
  void an_operation_is_found_by_its_name() {
    Operation mul = Operations.named("mul");
    assertThat(mul.name()).isEqualTo("mul");
    assertThat(Operations.has("mul")).isTrue();
    assertThat(Operations.has("mull")).isFalse();
    assertThatTensor(mul.apply(Tensor.of(2.0), Tensor.of(3.0)).getFirst()).hasValues(6);
    assertThatTensor(Tensor.of(2.0).apply("mul", Tensor.of(3.0))).hasValues(6);
    assertThatTensor(Tensor.of(2.0).apply("neg")).hasValues(-2);
  }

  @Test
  void a_misspelt_name_is_answered_with_the_nearest_ones() {
    assertThatThrownBy(() -> Operations.named("sigmiod"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("No module provides an operation 'sigmiod'.")
        .hasMessageContaining("Did you mean sigmoid?");
    assertThatThrownBy(() -> Tensor.of(1.0).apply("softmx"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("softmax");
  }

  @Test
  void a_name_like_no_other_gets_no_suggestion_but_advice() {
    assertThatThrownBy(() -> Operations.named("zzzzzzzzzzzz"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageNotContaining("Did you mean")
        .hasMessageContaining("put a module that provides");
  }

  @Test
  void all_operations_are_listed_once_in_the_order_of_their_names() {
    List<String> names = Operations.all().stream().map(Operation::name).toList();
    assertThat(names).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(60);
    assertThat(names).contains("add", "mm", "softmax").allMatch(Operations::has);
    assertThat(Operations.all()).allMatch(operation -> !operation.formula().isBlank());
  }

  @Test
  void the_module_of_an_operation_is_known() {
    assertThat(Operations.moduleOf(Operations.named("tanh"))).isEqualTo("org.hypergrad.ops.basic");
    UnaryOperation stranger =
        UnaryOperation.of("tanh", "x", Tensor::clone, Partial.usesNothing("g", g -> g));
    assertThatThrownBy(() -> Operations.moduleOf(stranger))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("'tanh' is not installed");
  }

  @Test
  void an_operation_takes_its_number_of_tensors() {
    assertThatThrownBy(() -> Operations.named("add").apply(Tensor.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("add takes 2 tensors, but was given 1");
    assertThatThrownBy(() -> Tensor.of(1.0).apply("exp", Tensor.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exp takes 1 tensor, but was given 2");
  }

  @Test
  void a_setting_without_a_default_has_to_be_given() {
    assertThatThrownBy(() -> Tensor.of(1.0).apply("softmax"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("softmax needs the attribute 'dim', which has no default");
    assertThatThrownBy(() -> Tensor.of(1.0).apply((UnaryOperation) Operations.named("softmax")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The attribute 'dim' has no default");
    assertThatTensor(Tensor.of(3.0, 5.0).apply("argmax")).hasValues(1);
  }

  @Test
  void an_input_at_the_end_may_be_left_out_where_the_operation_can_do_without() {
    Tensor logits = Tensor.of(new double[][] {{0, 0}}).requiresGrad(true);
    Tensor loss = logits.apply("cross_entropy", Tensor.of(1L));
    loss.backward();
    assertThatTensor(loss).hasValues(Math.log(2));
    assertThatTensor(logits.grad()).hasValues(0.5, -0.5);
    assertThatThrownBy(() -> logits.apply("cross_entropy"))
        .hasMessageContaining("cross_entropy takes at least 2 tensors, but was given 1");
  }

  @Test
  void settings_are_found_by_their_names() {
    Operation sum = Operations.named("sum");
    assertThat(sum.attribute("keepdim")).isSameAs(StandardAttributes.KEEPDIM);
    assertThatThrownBy(() -> sum.attribute("keepdims"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sum has no attribute 'keepdims'; it has [")
        .hasMessageContaining("keepdim=false");
    assertThatTensor(
            sum.apply(
                    Attributes.of(
                        StandardAttributes.DIMS, List.of(0), StandardAttributes.KEEPDIM, true),
                    Tensor.of(1.0, 2.0))
                .getFirst())
        .hasShape(1)
        .hasValues(3);
  }

  @Test
  void the_name_of_a_node_is_that_of_its_operation() {
    Tensor x = Tensor.of(1.0).requiresGrad(true);
    for (String name : List.of("exp", "leaky_relu", "log_softmax")) {
      Operation operation = Operations.named(name);
      Attributes attributes =
          name.equals("log_softmax") ? Attributes.of(StandardAttributes.DIM, 0) : Attributes.NONE;
      Tensor y = operation.apply(attributes, x).getFirst();
      assertThat(y.gradFn().name()).isEqualTo(operation.nodeName());
      assertThat(y.gradFn().operation()).isSameAs(operation);
    }
    assertThat(Operations.named("leaky_relu").nodeName()).isEqualTo("LeakyReluBackward0");
  }

  @Test
  void a_name_is_a_word_of_lower_case_letters() {
    assertThatThrownBy(
            () -> UnaryOperation.of("Swish", "x", Tensor::clone, Partial.usesNothing("g", g -> g)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'Swish'");
  }
}
