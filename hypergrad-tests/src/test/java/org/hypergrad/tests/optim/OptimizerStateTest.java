package org.hypergrad.tests.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hypergrad.optim.Options.LR;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.nn.format.SafeTensors;
import org.hypergrad.nn.optim.Adam;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.optim.StepLR;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.OptimizerState;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots of optimizers.
class OptimizerStateTest {
  private final Tensor x = Tensor.of(1.0, 2.0, 3.0).requiresGrad(true);
  private final Tensor y = Tensor.scalar(4.0).requiresGrad(true);

  private Optimizer adam() {
    return new Adam(
        Attributes.of(LR, 0.1),
        ParameterGroup.of(List.of(x)),
        ParameterGroup.of(List.of(y), Attributes.of(LR, 1.0 / 3)));
  }

  private void step(Optimizer optimizer) {
    optimizer.zeroGrad();
    x.mul(y).square().sum().backward();
    optimizer.step();
  }

  @Test
  void names_are_flat_and_parameters_are_counted_through_all_groups() {
    Optimizer optimizer = adam();
    step(optimizer);
    OptimizerState state = optimizer.stateDict();
    assertThat(state.tensors())
        .containsOnlyKeys(
            "state.0.step",
            "state.0.exp_avg",
            "state.0.exp_avg_sq",
            "state.1.step",
            "state.1.exp_avg",
            "state.1.exp_avg_sq");
    assertThat(state.settings())
        .containsEntry("param_groups.0.lr", "0.1")
        .containsEntry("param_groups.0.betas", "[0.9, 0.999]")
        .containsEntry("param_groups.0.amsgrad", "false")
        .containsEntry("param_groups.0.params", "[0]")
        .containsEntry("param_groups.1.lr", "0.3333333333333333")
        .containsEntry("param_groups.1.params", "[1]")
        .doesNotContainKey("param_groups.0.initial_lr");
    assertThat(state.tensors().get("state.0.step").dtype()).isEqualTo(DType.FLOAT32);
    assertThatTensor(state.tensors().get("state.0.step")).hasValues(1);
  }

  @Test
  void a_snapshot_does_not_change_when_training_goes_on() {
    Optimizer optimizer = adam();
    step(optimizer);
    OptimizerState state = optimizer.stateDict();
    double[] before = state.tensors().get("state.0.exp_avg").toDoubles();
    step(optimizer);
    assertThat(state.tensors().get("state.0.exp_avg").toDoubles()).containsExactly(before);
  }

  @Test
  void a_file_carries_everything_bit_for_bit(@TempDir Path folder) throws IOException {
    Optimizer optimizer = adam();
    step(optimizer);
    step(optimizer);
    OptimizerState state = optimizer.stateDict();
    Path file = folder.resolve("optimizer.safetensors");
    new SafeTensors(state.tensors(), state.settings()).write(file);
    Tensor startX = x.detach().clone();
    Tensor startY = y.detach().clone();
    step(optimizer);
    double[] expected = x.toDoubles();

    SafeTensors saved = SafeTensors.read(file);
    GradMode.off(() -> {
      x.copy_(startX);
      y.copy_(startY);
    });
    Optimizer resumed = adam();
    resumed.loadStateDict(new OptimizerState(saved.tensors(), saved.metadata()));
    step(resumed);
    assertThat(x.toDoubles()).containsExactly(expected);
    assertThat(expected).isNotEqualTo(startX.toDoubles());
  }

  @Test
  void options_changed_on_the_way_and_initial_rates_are_carried_too() {
    Optimizer optimizer = adam();
    StepLR scheduler = new StepLR(optimizer, 1);
    scheduler.step();
    Optimizer other = adam();
    other.loadStateDict(optimizer.stateDict());
    assertThat(other.groups().getFirst().get(LR)).isEqualTo(0.1 * 0.1);
    assertThat(other.groups().getFirst().get(Options.INITIAL_LR)).isEqualTo(0.1);
  }

  @Test
  void averages_take_the_type_of_the_parameter_and_the_step_keeps_its_own() {
    Optimizer optimizer = adam();
    step(optimizer);
    Tensor single = x.detach().to(DType.FLOAT32).requiresGrad(true);
    Tensor number = y.detach().to(DType.FLOAT32).requiresGrad(true);
    Optimizer other =
        new Adam(
            Attributes.of(LR, 0.1),
            ParameterGroup.of(List.of(single)),
            ParameterGroup.of(List.of(number)));
    other.loadStateDict(optimizer.stateDict());
    assertThat(other.stateDict().tensors().get("state.0.exp_avg").dtype()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void two_optimizers_that_loaded_one_state_do_not_share_it() {
    Optimizer optimizer = adam();
    step(optimizer);
    OptimizerState state = optimizer.stateDict();
    Optimizer other = adam();
    other.loadStateDict(state);
    double[] before = other.stateDict().tensors().get("state.0.exp_avg").toDoubles();
    optimizer.loadStateDict(state);
    step(optimizer);
    assertThat(other.stateDict().tensors().get("state.0.exp_avg").toDoubles())
        .containsExactly(before);
  }

  @Test
  void what_does_not_fit_is_refused_and_nothing_changes() {
    Optimizer optimizer = adam();
    step(optimizer);
    OptimizerState good = optimizer.stateDict();
    Tensor longer = Tensor.of(1.0, 2.0);
    assertRefused(
        "loaded state dict has a different number of parameter groups",
        new Adam(List.of(x, y), 0.1),
        good);
    assertRefused(
        "loaded state dict contains a parameter group that doesn't match the size of optimizer's"
            + " group",
        adam(),
        with(good, "param_groups.0.params", "[0, 2]"));
    assertRefused("There is no option 'betas'.", sgd(), good);
    assertRefused("There is no option 'speed'.", adam(), with(good, "param_groups.0.speed", "1"));
    assertRefused("'quick' is no value for 'lr'", adam(), with(good, "param_groups.0.lr", "quick"));
    assertRefused(
        "loaded state dict has 'lr', where a name is like param_groups.0.lr",
        adam(),
        with(good, "lr", "1"));
    assertRefused(
        "loaded state dict has 'state.0.exp_avg' of shape",
        adam(),
        with(good, "state.0.exp_avg", longer));
    assertRefused(
        "loaded state dict has 'state.7.exp_avg', but no parameter 7",
        adam(),
        with(good, "state.7.exp_avg", longer));
    assertRefused(
        "loaded state dict has 'exp_avg', where a name is like state.0.",
        adam(),
        with(good, "exp_avg", longer));
  }

  private Optimizer sgd() {
    return new SGD(
        Attributes.of(LR, 0.1), ParameterGroup.of(List.of(x)), ParameterGroup.of(List.of(y)));
  }

  private static OptimizerState with(OptimizerState state, String name, String text) {
    Map<String, String> settings = new HashMap<>(state.settings());
    settings.put(name, text);
    return new OptimizerState(state.tensors(), settings);
  }

  private static OptimizerState with(OptimizerState state, String name, Tensor tensor) {
    Map<String, Tensor> tensors = new HashMap<>(state.tensors());
    tensors.put(name, tensor);
    return new OptimizerState(tensors, state.settings());
  }

  private static void assertRefused(String message, Optimizer optimizer, OptimizerState state) {
    Map<String, String> before = optimizer.stateDict().settings();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.loadStateDict(state))
        .withMessageStartingWith(message);
    assertThat(optimizer.stateDict().settings()).isEqualTo(before);
    assertThat(optimizer.stateDict().tensors()).isEmpty();
  }
}
