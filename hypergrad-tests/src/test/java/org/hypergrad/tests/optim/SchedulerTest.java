package org.hypergrad.tests.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hypergrad.optim.Options.BETAS;
import static org.hypergrad.optim.Options.INITIAL_LR;
import static org.hypergrad.optim.Options.LR;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hypergrad.Tensor;
import org.hypergrad.nn.optim.Adam;
import org.hypergrad.nn.optim.ChainedScheduler;
import org.hypergrad.nn.optim.ConstantLR;
import org.hypergrad.nn.optim.CosineAnnealingLR;
import org.hypergrad.nn.optim.CosineAnnealingWarmRestarts;
import org.hypergrad.nn.optim.CyclicLR;
import org.hypergrad.nn.optim.ExponentialLR;
import org.hypergrad.nn.optim.LRScheduler;
import org.hypergrad.nn.optim.LambdaLR;
import org.hypergrad.nn.optim.LinearLR;
import org.hypergrad.nn.optim.MultiStepLR;
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

/// What schedulers do besides PyTorch's numbers, which the golden tests hold them to.
class SchedulerTest {
  private final List<Tensor> parameters = List.of(Tensor.of(1.0).requiresGrad(true));
  private final Optimizer optimizer = new SGD(parameters, 1);

  private double lr() {
    return optimizer.groups().getFirst().get(LR);
  }

  @Test
  void the_next_optimizer_step_uses_the_new_rate() {
    Scheduler scheduler = new ExponentialLR(optimizer, 0.5);
    scheduler.step();
    parameters.getFirst().sum().backward();
    optimizer.step();
    assertThat(parameters.getFirst().item()).isEqualTo(0.5);
    assertThat(scheduler.lastLr()).containsExactly(0.5);
    assertThat(scheduler.optimizer()).isSameAs(optimizer);
  }

  @Test
  void a_rate_changed_by_hand_is_what_a_recursive_schedule_goes_on_from() {
    Scheduler scheduler = new StepLR(optimizer, 1, 0.5);
    optimizer.groups().getFirst().set(LR, 8.0);
    scheduler.step();
    assertThat(lr()).isEqualTo(4);
  }

  @Test
  void the_initial_rate_is_that_before_the_first_scheduler() {
    new LinearLR(optimizer, 0.5, 1, 4);
    assertThat(lr()).isEqualTo(0.5);
    new LambdaLR(optimizer, epoch -> epoch + 1);
    assertThat(optimizer.groups().getFirst().get(INITIAL_LR)).isEqualTo(1);
    assertThat(lr()).isEqualTo(1);
  }

  @Test
  void a_schedule_of_ones_own_is_a_formula() {
    final class Harmonic extends LRScheduler {
      Harmonic(Optimizer optimizer) {
        super(optimizer, (epoch, _, initial, _) -> initial / (1 + epoch));
      }
    }

    Harmonic scheduler = new Harmonic(optimizer);
    scheduler.step();
    scheduler.step();
    scheduler.step();
    assertThat(scheduler.lastEpoch()).isEqualTo(3);
    assertThat(lr()).isEqualTo(0.25);
  }

  @Test
  void a_group_that_was_added_later_is_left_alone() {
    Scheduler scheduler = new ExponentialLR(optimizer, 0.5);
    Tensor added = Tensor.of(1.0).requiresGrad(true);
    optimizer.addGroup(ParameterGroup.of(List.of(added)));
    scheduler.step();
    assertThat(scheduler.lastLr()).containsExactly(0.5, 1.0);
  }

  @Test
  void the_momentum_of_adam_is_its_first_beta() {
    Optimizer adam = new Adam(parameters, 0.1);
    Scheduler scheduler = new OneCycleLR(adam, 1, 10);
    assertThat(adam.groups().getFirst().get(BETAS)).containsExactly(0.95, 0.999);
    for (int i = 0; i < 2; i++) {
      scheduler.step();
    }
    assertThat(adam.groups().getFirst().get(BETAS)).containsExactly(0.85, 0.999);
    assertThat(adam.groups().getFirst().get(LR)).isEqualTo(1);

    Optimizer cyclic = new Adam(parameters, 0.1);
    new CyclicLR(cyclic, 0.01, 0.1);
    assertThat(cyclic.groups().getFirst().get(BETAS)).containsExactly(0.9, 0.999);
  }

  @Test
  void one_cycle_ends() {
    Scheduler scheduler = new OneCycleLR(optimizer, 1, 3);
    for (int i = 0; i < 3; i++) {
      scheduler.step();
    }
    double last = lr();
    assertThatIllegalStateException()
        .isThrownBy(scheduler::step)
        .withMessage("Tried to step 5 times. The specified number of total steps is 3");
    assertThat(lr()).isEqualTo(last);
  }

  @Test
  void a_plateau_needs_a_metric_and_the_others_pass_it_over() {
    Scheduler plateau = new ReduceLROnPlateau(optimizer);
    assertThatIllegalStateException().isThrownBy(plateau::step).withMessageContaining("step(loss)");
    Scheduler exponential = new ExponentialLR(optimizer, 0.5);
    exponential.step(123);
    assertThat(lr()).isEqualTo(0.5);
  }

  @Test
  void a_chain_hands_the_metric_to_all() {
    Attributes impatient = Attributes.of(ReduceLROnPlateau.PATIENCE, 0);
    Scheduler chain =
        new ChainedScheduler(
            List.of(
                new ExponentialLR(optimizer, 0.5), new ReduceLROnPlateau(optimizer, impatient)));
    chain.step(1);
    chain.step(2);
    assertThat(lr()).isEqualTo(0.5 * 0.5 * 0.1);
  }

  @Test
  void a_metric_that_is_no_number_is_a_bad_one() {
    Scheduler plateau =
        new ReduceLROnPlateau(optimizer, Attributes.of(ReduceLROnPlateau.PATIENCE, 0));
    plateau.step(Double.NaN);
    assertThat(lr()).isEqualTo(0.1);
  }

  @Test
  void arguments_out_of_range_are_refused_in_pytorchs_words() {
    assertRefused(
        "Expected positive integer T_0, but got 0",
        () -> new CosineAnnealingWarmRestarts(optimizer, 0));
    assertRefused(
        "Expected integer T_mult >= 1, but got 0",
        () -> new CosineAnnealingWarmRestarts(optimizer, 1, 0, 0));
    assertRefused("Expected positive integer T_max", () -> new CosineAnnealingLR(optimizer, 0));
    assertRefused("Expected positive integer step_size", () -> new StepLR(optimizer, 0));
    assertRefused("Expected positive integer total_iters", () -> new PolynomialLR(optimizer, 0, 1));
    assertRefused(
        "Constant multiplicative factor expected to be between 0 and 1.",
        () -> new ConstantLR(optimizer, 1.5, 3));
    assertRefused(
        "Starting multiplicative factor expected to be", () -> new LinearLR(optimizer, 0, 1, 3));
    assertRefused(
        "Ending multiplicative factor expected to be between 0 and 1.",
        () -> new LinearLR(optimizer, 1, 2, 3));
    assertRefused(
        "Expected 1 lr_lambdas, but got 2",
        () -> new LambdaLR(optimizer, List.of(epoch -> epoch, epoch -> epoch)));
    assertRefused(
        "You must define either total_steps OR (epochs AND steps_per_epoch)",
        () -> new OneCycleLR(optimizer, Attributes.of(OneCycleLR.MAX_LR, List.of(1.0))));
    assertRefused("Expected float between 0 and 1 pct_start, but got 2.0", () -> oneCycle(2.0, 10));
    assertRefused("A phase begins and ends at step 0.0 of 10", () -> oneCycle(0.1, 10));
    assertRefused(
        "Factor should be < 1.0.",
        () -> new ReduceLROnPlateau(optimizer, Attributes.of(ReduceLROnPlateau.FACTOR, 1.0)));
    assertRefused(
        "mode must be one of min, max, instead got middle",
        () -> new ReduceLROnPlateau(optimizer, Attributes.of(ReduceLROnPlateau.MODE, "middle")));
    assertRefused(
        "expected 1 values for min_lr, got 2",
        () ->
            new ReduceLROnPlateau(
                optimizer, Attributes.of(ReduceLROnPlateau.MIN_LR, List.of(0.1, 0.2))));
    assertRefused(
        "There is no option 'max_lr' here.",
        () -> new ReduceLROnPlateau(optimizer, Attributes.of(OneCycleLR.MAX_LR, List.of(0.1))));
    assertRefused(
        "The attribute 'base_lr' has no default", () -> new CyclicLR(optimizer, Attributes.NONE));
  }

  private OneCycleLR oneCycle(double start, int steps) {
    return new OneCycleLR(
        optimizer,
        Attributes.of(OneCycleLR.MAX_LR, List.of(1.0), OneCycleLR.TOTAL_STEPS, steps)
            .with(OneCycleLR.PCT_START, start));
  }

  @Test
  void a_refused_scheduler_leaves_the_optimizer_as_it_was() {
    assertRefused("Expected positive integer step_size", () -> new StepLR(optimizer, -1));
    assertRefused(
        "Expected positive integer step_size_up",
        () ->
            new CyclicLR(
                optimizer,
                Attributes.of(CyclicLR.BASE_LR, List.of(0.1), CyclicLR.MAX_LR, List.of(0.2))
                    .with(CyclicLR.STEP_SIZE_UP, 0)));
    assertThat(lr()).isEqualTo(1);
    assertThat(optimizer.groups().getFirst().get(INITIAL_LR)).isNull();
  }

  @Test
  void momentum_that_is_not_there_cannot_cycle() {
    Optimizer plain =
        new Optimizer(
            new Descent(), List.of(ParameterGroup.of(parameters)), Attributes.of(LR, 1.0));
    assertRefused(
        "optimizer must support momentum with `cycle_momentum` option enabled",
        () -> new OneCycleLR(plain, 1, 10));
    Attributes without =
        Attributes.of(OneCycleLR.MAX_LR, List.of(1.0), OneCycleLR.TOTAL_STEPS, 10)
            .with(OneCycleLR.CYCLE_MOMENTUM, false);
    assertThat(new OneCycleLR(plain, without).lastLr()).hasSize(1);
  }

  @Test
  void parts_have_to_belong_to_one_optimizer_and_to_match_the_milestones() {
    Optimizer other = new SGD(parameters, 1);
    assertRefused(
        "expects all schedulers to belong to the same optimizer",
        () -> new ChainedScheduler(List.of(new StepLR(optimizer, 1), new StepLR(other, 1))));
    assertRefused(
        "Sequential Schedulers expects number of schedulers provided to be one more",
        () -> new SequentialLR(List.of(new StepLR(optimizer, 1)), List.of(3)));
    assertRefused("There is no scheduler", () -> new ChainedScheduler(List.of()));
  }

  @Test
  void a_milestone_named_twice_counts_twice() {
    Scheduler scheduler = new MultiStepLR(optimizer, 1, 1);
    scheduler.step();
    assertThat(lr()).isEqualTo(0.1 * 0.1);
  }

  private static void assertRefused(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith(message);
  }
}
