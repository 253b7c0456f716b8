package org.hypergrad.tests.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.optim.Options.LR;
import static org.hypergrad.optim.Options.MOMENTUM;
import static org.hypergrad.optim.Options.NESTEROV;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.DoubleStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hypergrad.GradMode;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;
import org.hypergrad.nn.optim.Adam;
import org.hypergrad.nn.optim.AdamW;
import org.hypergrad.nn.optim.RMSprop;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.junit.jupiter.api.Test;

/// Groups, options and steps of any optimizer.
class OptimizerTest {
  private static Tensor leaf(double... values) {
    return Tensor.of(values).requiresGrad(true);
  }

  @Test
  void a_step_goes_downhill_by_lr_times_the_gradient() {
    Tensor x = leaf(1, -2);
    Optimizer optimizer = new SGD(List.of(x), 0.1);
    x.square().sum().backward();
    optimizer.step();
    assertThatTensor(x).hasValues(0.8, -1.6);
    assertThatTensor(x.grad()).hasValues(2, -4);
    assertThat(x.isLeaf()).isTrue();
  }

  @Test
  void zero_grad_forgets_the_gradients_of_all_groups() {
    Tensor x = leaf(1);
    Tensor y = leaf(2);
    Optimizer optimizer =
        new SGD(
            Attributes.of(LR, 0.1), ParameterGroup.of(List.of(x)), ParameterGroup.of(List.of(y)));
    x.mul(y).sum().backward();
    optimizer.zeroGrad();
    assertThat(x.grad()).isNull();
    assertThat(y.grad()).isNull();
  }

  @Test
  void a_closure_computes_the_loss_with_grad_mode_on_even_inside_of_off() {
    Tensor x = leaf(3);
    Optimizer optimizer = new SGD(List.of(x), 0.5);
    Tensor loss =
        GradMode.off(() ->
            optimizer.step(() -> {
              Tensor value = x.square().sum();
              value.backward();
              return value;
            }));
    assertThat(loss.item()).isEqualTo(9);
    assertThatTensor(x).hasValues(0);
  }

  @Test
  void the_defaults_are_those_of_pytorch() {
    Tensor x = leaf(1);
    assertThat(new SGD(List.of(x), 0.1).groups().getFirst())
        .hasToString(
            "1 parameters, lr=0.1, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=false,"
                + " maximize=false");
    assertThat(new Adam(List.of(x)).groups().getFirst())
        .hasToString(
            "1 parameters, lr=0.001, betas=[0.9, 0.999], eps=1.0E-8, weight_decay=0.0,"
                + " amsgrad=false, maximize=false");
    assertThat(new AdamW(List.of(x)).groups().getFirst().get(Options.WEIGHT_DECAY)).isEqualTo(0.01);
    assertThat(new RMSprop(List.of(x)).groups().getFirst())
        .hasToString(
            "1 parameters, lr=0.01, alpha=0.99, eps=1.0E-8, weight_decay=0.0, momentum=0.0,"
                + " centered=false, maximize=false");
  }

  @Test
  void what_a_group_sets_itself_overrides_what_is_set_for_all() {
    ParameterGroup own = ParameterGroup.of(List.of(leaf(1)), Attributes.of(LR, 0.5));
    ParameterGroup common = ParameterGroup.of(List.of(leaf(2)));
    Optimizer optimizer = new SGD(Attributes.of(LR, 0.1, MOMENTUM, 0.9), own, common);
    assertThat(optimizer.groups()).extracting(group -> group.get(LR)).containsExactly(0.5, 0.1);
    assertThat(optimizer.groups())
        .extracting(group -> group.get(MOMENTUM))
        .containsExactly(0.9, 0.9);
    optimizer.groups().getFirst().set(LR, 0.25);
    assertThat(own.get(LR)).as("the description it was made from").isEqualTo(0.5);
  }

  @Test
  void a_group_is_added_to_a_running_optimizer() {
    Tensor x = leaf(1);
    Tensor y = leaf(1);
    Optimizer optimizer = new SGD(List.of(x), 0.1);
    optimizer.addGroup(ParameterGroup.of(List.of(y), Attributes.of(LR, 0.2)));
    x.add(y).sum().backward();
    optimizer.step();
    assertThatTensor(x).hasValues(0.9);
    assertThatTensor(y).hasValues(0.8);
  }

  @Test
  void an_option_of_another_object_but_the_same_name_is_the_same_option() {
    Attribute<Double> lr = Attribute.number("lr", 7.0);
    Optimizer optimizer = new SGD(List.of(leaf(1)), Attributes.of(lr, 0.3));
    assertThat(optimizer.groups().getFirst().get(LR)).isEqualTo(0.3);
  }

  @Test
  void no_parameter_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SGD(List.of(), 0.1))
        .withMessageStartingWith("optimizer got an empty parameter list");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SGD(Attributes.of(LR, 0.1)))
        .withMessageStartingWith("optimizer got an empty parameter list");
  }

  @Test
  void a_result_is_refused() {
    Tensor result = leaf(1).mul(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SGD(List.of(result), 0.1))
        .withMessageStartingWith("can't optimize a non-leaf Tensor")
        .withMessageContaining("MulBackward0");
  }

  @Test
  void a_parameter_in_two_groups_or_twice_in_one_is_refused() {
    Tensor x = leaf(1);
    Optimizer optimizer = new SGD(List.of(x), 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.addGroup(ParameterGroup.of(List.of(leaf(2), x))))
        .withMessageStartingWith("some parameters appear in more than one parameter group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.addGroup(ParameterGroup.of(List.of(leaf(2), x, x))))
        .withMessageContaining("duplicate parameters");
    assertThat(optimizer.groups()).hasSize(1);
  }

  @Test
  void values_out_of_range_are_refused_in_pytorchs_words() {
    List<Tensor> x = List.of(leaf(1));
    assertRefused("Invalid learning rate: -1.0", () -> new SGD(x, -1));
    assertRefused("Invalid learning rate: NaN", () -> new Adam(x, Double.NaN));
    assertRefused("Invalid momentum value: -0.1", () -> new SGD(x, 0.1, -0.1));
    assertRefused(
        "Invalid weight_decay value: -2.0",
        () -> new AdamW(x, Attributes.of(Options.WEIGHT_DECAY, -2.0)));
    assertRefused(
        "Invalid epsilon value: -1.0", () -> new Adam(x, Attributes.of(Options.EPS, -1.0)));
    assertRefused(
        "Invalid alpha value: -1.0", () -> new RMSprop(x, Attributes.of(Options.ALPHA, -1.0)));
    assertRefused(
        "Invalid beta parameter at index 0: -0.5",
        () -> new Adam(x, Attributes.of(Options.BETAS, List.of(-0.5, 0.9))));
    assertRefused(
        "Invalid beta parameter at index 1: 1.0",
        () -> new Adam(x, Attributes.of(Options.BETAS, List.of(0.5, 1.0))));
    assertRefused(
        "Invalid betas: [0.5]", () -> new Adam(x, Attributes.of(Options.BETAS, List.of(0.5))));
    assertRefused(
        "Nesterov momentum requires a momentum and zero dampening",
        () -> new SGD(x, Attributes.of(LR, 0.1, NESTEROV, true)));
    assertRefused(
        "parameter group didn't specify a value of required optimization parameter lr",
        () -> new SGD(x, Attributes.NONE));
  }

  @Test
  void unknown_options_are_refused_with_the_nearest_name() {
    List<Tensor> x = List.of(leaf(1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SGD(x, Attributes.of(LR, 0.1, Attribute.number("momentun", 0.0), 1.0)))
        .withMessageContaining("'momentun'")
        .withMessageContaining("Did you mean momentum?")
        .withMessageContaining("dampening");
    Optimizer optimizer = new SGD(x, 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.groups().getFirst().set(Options.EPS, 1.0));
    assertThatThrownBy(() -> optimizer.groups().getFirst().get(Options.EPS))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("'eps'");
  }

  @Test
  void a_value_of_another_type_is_refused() {
    Optimizer optimizer = new SGD(List.of(leaf(1)), 0.1);
    Attribute<String> text = Attribute.text("lr", null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.groups().getFirst().set(text, "fast"))
        .withMessageContaining("'lr' is a Double, not fast");
  }

  @Test
  void a_refused_group_leaves_the_optimizer_as_it_was() {
    Optimizer optimizer = new SGD(List.of(leaf(1)), 0.1);
    ParameterGroup wrong = ParameterGroup.of(List.of(leaf(2)), Attributes.of(LR, -1.0));
    assertThatIllegalArgumentException().isThrownBy(() -> optimizer.addGroup(wrong));
    assertThat(optimizer.groups()).hasSize(1);
  }

  @Test
  void maximize_climbs() {
    Tensor x = leaf(1);
    Optimizer optimizer = new SGD(List.of(x), Attributes.of(LR, 0.1, Options.MAXIMIZE, true));
    x.square().sum().backward();
    optimizer.step();
    assertThatTensor(x).hasValues(1.2);
  }

  @Test
  void state_that_is_made_within_a_scope_outlives_it() {
    Tensor x = Tensor.ones(1000).requiresGrad(true);
    Optimizer optimizer = new Adam(List.of(x), 0.1);
    Scope scope = new Scope("step");
    for (int i = 0; i < 3; i++) {
      scope.run(() -> {
        optimizer.zeroGrad();
        x.square().sum().backward();
        optimizer.step();
      });
    }
    double[] average = optimizer.stateDict().tensors().get("state.0.exp_avg").toDoubles();
    assertThat(DoubleStream.of(average)).allMatch(Double::isFinite);
    assertThat(DoubleStream.of(x.toDoubles())).allMatch(value -> Math.abs(value - 0.7) < 1e-2);
  }

  private static void assertRefused(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith(message);
  }
}
