package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;
import org.junit.jupiter.api.Test;

/// Functions that users write.
class BehaviourFunctionsTest {
  private static final Attribute<Double> FACTOR = Attribute.number("factor", 1.0);

  private final Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);

  /// A function out of two lambdas.
  private static Function function(
      int inputs,
      BiFunction<FunctionContext, Tensor[], Tensor[]> forward,
      BiFunction<BackwardContext, Tensor[], Tensor[]> backward) {
    return new Function("custom", "custom", List.of("custom"), inputs, FACTOR) {
      @Override
      public Tensor[] forward(FunctionContext context, Tensor[] given) {
        return forward.apply(context, given);
      }

      @Override
      public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
        return backward.apply(context, gradients);
      }
    };
  }

  private static Tensor[] only(Tensor... tensors) {
    return tensors;
  }

  @Test
  void behaviour_51_settings_reach_the_rule_and_have_no_gradient() {
    Function scale =
        function(
            1,
            (context, in) -> only(in[0].mul(context.attributes().get(FACTOR))),
            (context, g) -> only(g[0].mul(context.attributes().get(FACTOR))));
    Tensor y = scale.apply(Attributes.of(FACTOR, 2.5), x).getFirst();
    assertThat(y.gradFn().name()).isEqualTo("CustomBackward0");
    assertThat(y.gradFn().nextEdges()).hasSize(1);
    assertThat(y.gradFn().attributes().get(FACTOR)).isEqualTo(2.5);
    y.sum().backward();
    assertThatTensor(x.grad()).hasValues(2.5, 2.5);
  }

  @Test
  void behaviour_51_a_function_knows_which_inputs_need_a_gradient() {
    List<Boolean> asked = new ArrayList<>();
    Function product =
        function(
            3,
            (context, in) -> {
              asked.add(context.needsInputGrad(0));
              asked.add(context.needsInputGrad(1));
              asked.add(context.needsInputGrad(2));
              context.save(in);
              return only(in[0].mul(in[1]).mul(in[2]));
            },
            (context, g) -> {
              Tensor a = context.saved(0);
              Tensor b = context.saved(1);
              Tensor c = context.saved(2);
              return only(
                  context.needsInputGrad(0) ? g[0].mul(b).mul(c) : null,
                  context.needsInputGrad(1) ? g[0].mul(a).mul(c) : null,
                  context.needsInputGrad(2) ? g[0].mul(a).mul(b) : null);
            });
    Tensor constant = Tensor.of(3.0, 4.0);
    Tensor z = Tensor.of(5.0, 6.0).requiresGrad(true);
    product.apply(x, constant, z).getFirst().sum().backward();
    assertThat(asked).containsExactly(true, false, true);
    assertThatTensor(x.grad()).hasValues(15, 24);
    assertThatTensor(z.grad()).hasValues(3, 8);
    assertThat(constant.grad()).isNull();
  }

  @Test
  void behaviour_51_saved_nulls_survive() {
    List<Tensor> found = new ArrayList<>();
    Function saving =
        function(
            1,
            (context, in) -> {
              context.save(null, in[0], null);
              return only(in[0].clone());
            },
            (context, g) -> {
              found.add(context.saved(0));
              found.add(context.saved(1));
              found.add(context.saved(2));
              return g;
            });
    saving.apply(x).getFirst().sum().backward();
    assertThat(found).hasSize(3);
    assertThat(found.get(0)).isNull();
    assertThatTensor(found.get(1)).hasValues(1, 2);
    assertThat(found.get(2)).isNull();
  }

  @Test
  void behaviour_52_a_function_may_return_its_input_itself() {
    Function identity = function(1, (_, in) -> only(in[0]), (_, g) -> only(g[0].mul(2.0)));
    Tensor y = identity.apply(x).getFirst();
    assertThat(y).isNotSameAs(x);
    assertThat(x.isLeaf()).isTrue();
    assertThat(y.gradFn().name()).isEqualTo("CustomBackward0");
    y.sum().backward();
    assertThatTensor(x.grad()).hasValues(2, 2);
  }

  @Test
  void behaviour_52_null_for_an_input_leaves_its_grad_null() {
    Function first = function(2, (_, in) -> only(in[0].add(in[1])), (_, g) -> only(g[0], null));
    Tensor y = Tensor.of(3.0, 4.0).requiresGrad(true);
    first.apply(x, y).getFirst().sum().backward();
    assertThatTensor(x.grad()).hasValues(1, 1);
    assertThat(y.grad()).isNull();
  }

  @Test
  void behaviour_52_nothing_further_back_runs_after_null() {
    List<String> ran = new ArrayList<>();
    Function stop = function(1, (_, in) -> only(in[0].clone()), (_, _) -> new Tensor[1]);
    Tensor before = x.mul(2.0);
    before.registerHook(g -> {
      ran.add("before");
      return g;
    });
    stop.apply(before).getFirst().sum().backward();
    assertThat(ran).isEmpty();
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_53_outputs_marked_non_differentiable_require_no_gradient() {
    Function split =
        function(
            1,
            (context, in) -> {
              Tensor constant = in[0].mul(10.0);
              context.markNonDifferentiable(constant);
              return only(in[0].mul(2.0), constant);
            },
            (_, g) -> only(g[0].mul(2.0)));
    List<Tensor> outputs = split.apply(x);
    assertThat(outputs.get(0).requiresGrad()).isTrue();
    assertThat(outputs.get(1).requiresGrad()).isFalse();
    assertThatTensor(outputs.get(1)).hasValues(10, 20);
    outputs.get(0).mul(outputs.get(1)).sum().backward();
    assertThatTensor(x.grad()).hasValues(20, 40);
  }

  @Test
  void behaviour_53_gradients_of_unused_outputs_arrive_as_zeros() {
    List<Tensor> arrived = new ArrayList<>();
    twoOutputs(true, arrived).apply(x).get(0).sum().backward();
    assertThatTensor(arrived.get(0)).hasValues(1, 1);
    assertThatTensor(arrived.get(1)).hasShape(2, 1).hasDType(DType.FLOAT64).hasValues(0, 0);
  }

  @Test
  void behaviour_53_gradients_of_unused_outputs_arrive_as_null_where_zeros_are_switched_off() {
    List<Tensor> arrived = new ArrayList<>();
    twoOutputs(false, arrived).apply(x).get(1).sum().backward();
    assertThat(arrived.get(0)).isNull();
    assertThatTensor(arrived.get(1)).hasShape(2, 1).hasValues(1, 1);
  }

  private static Function twoOutputs(boolean materialize, List<Tensor> arrived) {
    return function(
        1,
        (context, in) -> {
          context.materializeGrads(materialize);
          return only(in[0].clone(), in[0].unsqueeze(1).clone());
        },
        (_, g) -> {
          arrived.addAll(java.util.Arrays.asList(g.clone()));
          return only(Tensor.zeros(DType.FLOAT64, Shape.of(2)));
        });
  }

  @Test
  void behaviour_54_a_gradient_of_the_wrong_shape_is_an_error() {
    Function wrong =
        function(
            1,
            (_, in) -> only(in[0].clone()),
            (_, _) -> only(Tensor.ones(DType.FLOAT64, Shape.of(10))));
    Tensor square = Tensor.ones(DType.FLOAT64, Shape.of(5, 5)).requiresGrad(true);
    assertThatThrownBy(() -> wrong.apply(square).getFirst().sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining(
            "CustomBackward0 returned an invalid gradient at index 0 - got [10] but expected shape"
                + " compatible with [5, 5]");
    assertThat(square.grad()).isNull();
  }

  @Test
  void behaviour_54_a_gradient_in_the_broadcast_shape_is_reduced() {
    Function broadcast =
        function(1, (_, in) -> only(in[0].expand(3, 2).clone()), (_, g) -> only(g[0].mul(2.0)));
    broadcast.apply(x).getFirst().sum().backward();
    assertThatTensor(x.grad()).hasShape(2).hasValues(6, 6);
  }

  @Test
  void behaviour_54_a_wrong_number_of_gradients_is_an_error() {
    Function tooMany = function(1, (_, in) -> only(in[0].clone()), (_, g) -> only(g[0], g[0]));
    assertThatThrownBy(() -> tooMany.apply(x).getFirst().sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining(
            "CustomBackward0 returned an incorrect number of gradients (expected 1, got 2)");
    Function tooFew = function(2, (_, in) -> only(in[0].add(in[1])), (_, g) -> only(g[0]));
    assertThatThrownBy(() -> tooFew.apply(x, x).getFirst().sum().backward())
        .isInstanceOf(AutogradException.class)
        .hasMessageContaining("returned an incorrect number of gradients (expected 2, got 1)");
    assertThat(x.grad()).isNull();
  }

  @Test
  void behaviour_54_nulls_behind_the_gradients_are_not_counted() {
    Function padded = function(1, (_, in) -> only(in[0].clone()), (_, g) -> only(g[0], null, null));
    padded.apply(x).getFirst().sum().backward();
    assertThatTensor(x.grad()).hasValues(1, 1);
  }

  @Test
  void behaviour_53_a_function_without_rules_has_results_without_history() {
    Function constant =
        new Function("constant", "2 x", List.of(), 1) {
          @Override
          public Tensor[] forward(FunctionContext context, Tensor[] in) {
            return only(in[0].mul(2.0));
          }

          @Override
          public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
            throw new AssertionError("has no derivative");
          }
        };
    Tensor y = constant.apply(x).getFirst();
    assertThatTensor(y).hasValues(2, 4);
    assertThat(y.requiresGrad()).isFalse();
  }
}
