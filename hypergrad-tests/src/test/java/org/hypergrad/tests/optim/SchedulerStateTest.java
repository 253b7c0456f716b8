package org.hypergrad.tests.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hypergrad.optim.Options.LR;
import static org.hypergrad.optim.Options.MOMENTUM;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hypergrad.Tensor;
import org.hypergrad.nn.optim.ChainedScheduler;
import org.hypergrad.nn.optim.ConstantLR;
import org.hypergrad.nn.optim.CosineAnnealingLR;
import org.hypergrad.nn.optim.CosineAnnealingWarmRestarts;
import org.hypergrad.nn.optim.CyclicLR;
import org.hypergrad.nn.optim.ExponentialLR;
import org.hypergrad.nn.optim.LambdaLR;
import org.hypergrad.nn.optim.LinearLR;
import org.hypergrad.nn.optim.MultiStepLR;
import org.hypergrad.nn.optim.MultiplicativeLR;
import org.hypergrad.nn.optim.OneCycleLR;
import org.hypergrad.nn.optim.PolynomialLR;
import org.hypergrad.nn.optim.ReduceLROnPlateau;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.optim.Scheduler;
import org.hypergrad.nn.optim.SequentialLR;
import org.hypergrad.nn.optim.StepLR;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Schedulers that pause and go on.
class SchedulerStateTest {
  private static final Map<String, Function<Optimizer, Scheduler>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("step", optimizer -> new StepLR(optimizer, 3, 0.7));
    KINDS.put("multi step", optimizer -> new MultiStepLR(optimizer, 2, 6, 9));
    KINDS.put("exponential", optimizer -> new ExponentialLR(optimizer, 0.9));
    KINDS.put("constant", optimizer -> new ConstantLR(optimizer, 0.3, 7));
    KINDS.put("linear", optimizer -> new LinearLR(optimizer, 0.1, 0.9, 9));
    KINDS.put("polynomial", optimizer -> new PolynomialLR(optimizer, 11, 1.5));
    KINDS.put("cosine", optimizer -> new CosineAnnealingLR(optimizer, 4, 0.01));
    KINDS.put("restarts", optimizer -> new CosineAnnealingWarmRestarts(optimizer, 2, 2, 0.01));
    KINDS.put("lambda", optimizer -> new LambdaLR(optimizer, epoch -> 1.0 / (1 + epoch)));
    KINDS.put("multiplicative", optimizer -> new MultiplicativeLR(optimizer, epoch -> 0.8));
    KINDS.put(
        "cyclic",
        optimizer ->
            new CyclicLR(
                optimizer,
                Attributes.of(CyclicLR.BASE_LR, List.of(0.1), CyclicLR.MAX_LR, List.of(0.7))
                    .with(CyclicLR.STEP_SIZE_UP, 3)
                    .with(CyclicLR.MODE, "triangular2")));
    KINDS.put("one cycle", optimizer -> new OneCycleLR(optimizer, 0.9, 20));
    KINDS.put(
        "plateau",
        optimizer ->
            new ReduceLROnPlateau(
                optimizer,
                Attributes.of(ReduceLROnPlateau.PATIENCE, 1, ReduceLROnPlateau.COOLDOWN, 1)));
    KINDS.put(
        "sequential",
        optimizer ->
            new SequentialLR(
                List.of(
                    new LinearLR(optimizer),
                    new CosineAnnealingLR(optimizer, 6),
                    new ExponentialLR(optimizer, 0.5)),
                List.of(4, 9)));
    KINDS.put(
        "chained",
        optimizer ->
            new ChainedScheduler(
                List.of(new ExponentialLR(optimizer, 0.9), new ReduceLROnPlateau(optimizer))));
  }

  static final List<String> NAMES = List.copyOf(KINDS.keySet());

  private static Optimizer optimizer() {
    return new SGD(
        Attributes.of(LR, 0.3, MOMENTUM, 0.9),
        ParameterGroup.of(List.of(Tensor.of(1.0).requiresGrad(true))),
        ParameterGroup.of(List.of(Tensor.of(1.0).requiresGrad(true)), Attributes.of(LR, 1.0 / 7)));
  }

  /// The rates and momenta after each of some steps.
  private static List<Double> steps(Scheduler scheduler, int from, int to) {
    List<Double> trace = new ArrayList<>();
    for (int i = from; i < to; i++) {
      scheduler.step(Math.abs(Math.sin(i)));
      for (ParameterGroup group : scheduler.optimizer().groups()) {
        trace.add(group.get(LR));
        trace.add(group.get(MOMENTUM));
      }
    }
    return trace;
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void a_resumed_scheduler_goes_on_bit_for_bit_wherever_it_was_stopped(String name) {
    Function<Optimizer, Scheduler> kind = KINDS.get(name);
    for (int stop = 0; stop < 12; stop++) {
      Scheduler scheduler = kind.apply(optimizer());
      steps(scheduler, 0, stop);
      Optimizer optimizer = optimizer();
      Scheduler resumed = kind.apply(optimizer);
      resumed.loadStateDict(scheduler.stateDict());
      optimizer.loadStateDict(scheduler.optimizer().stateDict());
      assertThat(resumed.stateDict()).isEqualTo(scheduler.stateDict());
      assertThat(steps(resumed, stop, 18))
          .as("stopped after %d", stop)
          .isEqualTo(steps(scheduler, stop, 18));
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void a_state_of_another_kind_is_refused_and_nothing_changes(String name) {
    Scheduler scheduler = KINDS.get(name).apply(optimizer());
    steps(scheduler, 0, 3);
    Map<String, String> before = scheduler.stateDict();
    Stream.of(Map.of("speed", "1"), Map.<String, String>of())
        .forEach(state ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> scheduler.loadStateDict(state))
                .withMessageStartingWith("loaded state dict is of another kind of scheduler"));
    for (String key : before.keySet()) {
      Map<String, String> wrong = new HashMap<>(before);
      wrong.put(key, "soon");
      assertThatIllegalArgumentException().isThrownBy(() -> scheduler.loadStateDict(wrong));
    }
    assertThat(scheduler.stateDict()).isEqualTo(before);
  }

  @Test
  void a_state_for_another_number_of_groups_is_refused() {
    Scheduler scheduler = new ExponentialLR(optimizer(), 0.5);
    Scheduler single =
        new ExponentialLR(new SGD(List.of(Tensor.of(1.0).requiresGrad(true)), 0.1), 0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> single.loadStateDict(scheduler.stateDict()))
        .withMessageStartingWith(
            "loaded state dict has a different number of parameter groups: 2, here are 1");
  }

  @Test
  void names_are_flat_and_pytorchs() {
    assertThat(KINDS.get("sequential").apply(optimizer()).stateDict())
        .containsEntry("last_epoch", "0")
        .containsEntry("_schedulers.0.last_epoch", "0")
        .containsEntry("_schedulers.2.base_lrs", "[0.3, 0.14285714285714285]");
    assertThat(KINDS.get("plateau").apply(optimizer()).stateDict())
        .containsOnlyKeys("best", "num_bad_epochs", "cooldown_counter", "last_epoch")
        .containsEntry("best", "Infinity");
  }
}
