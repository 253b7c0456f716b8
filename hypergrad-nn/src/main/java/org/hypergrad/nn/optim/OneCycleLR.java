package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.INITIAL_LR;

import java.util.List;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;

/// One cycle for the whole training: the learning rates go up from `max_lr / div_factor` to
/// `max_lr`, and then down to nearly 0; the momentum goes against them (Smith and Topin,
/// "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates", 2019).
/// Stepped every batch.
public final class OneCycleLR extends LRScheduler {
  /// The highest rate, or one for each group.
  public static final Attribute<List<Double>> MAX_LR = Attribute.numbers("max_lr").required();

  /// How many steps there are.
  public static final Attribute<Integer> TOTAL_STEPS = Attribute.integer("total_steps", null);

  /// Instead of `total_steps`, with `steps_per_epoch`.
  public static final Attribute<Integer> EPOCHS = Attribute.integer("epochs", null);

  /// Instead of `total_steps`, with `epochs`.
  public static final Attribute<Integer> STEPS_PER_EPOCH =
      Attribute.integer("steps_per_epoch", null);

  /// The part of the steps on which the rates go up.
  public static final Attribute<Double> PCT_START = Attribute.number("pct_start", 0.3);

  /// `cos` or `linear`.
  public static final Attribute<String> ANNEAL_STRATEGY = Attribute.text("anneal_strategy", "cos");

  /// Whether the momentum cycles, or the first beta.
  public static final Attribute<Boolean> CYCLE_MOMENTUM = Attribute.flag("cycle_momentum", true);

  /// The momentum at the highest rate, or one for each group.
  public static final Attribute<List<Double>> BASE_MOMENTUM =
      Attribute.numbers("base_momentum", 0.85);

  /// The momentum at the lowest rates, or one for each group.
  public static final Attribute<List<Double>> MAX_MOMENTUM =
      Attribute.numbers("max_momentum", 0.95);

  /// How many times the first rate is below the highest.
  public static final Attribute<Double> DIV_FACTOR = Attribute.number("div_factor", 25.0);

  /// How many times the last rate is below the first.
  public static final Attribute<Double> FINAL_DIV_FACTOR =
      Attribute.number("final_div_factor", 1e4);

  /// Whether the rates go down as they went up, and then to the last rate in a third phase.
  public static final Attribute<Boolean> THREE_PHASE = Attribute.flag("three_phase", false);

  /// Up to `maxLr` and down in `totalSteps` steps, else the defaults.
  public OneCycleLR(Optimizer optimizer, double maxLr, int totalSteps) {
    this(optimizer, Attributes.of(MAX_LR, List.of(maxLr), TOTAL_STEPS, totalSteps));
  }

  /// With these options; `max_lr` has to be given, and `total_steps` or what it is a product of.
  ///
  /// @throws IllegalArgumentException if an option is missing, unknown or out of range, or there is
  ///   no momentum to cycle
  public OneCycleLR(Optimizer optimizer, Attributes options) {
    Expect.options(
        options,
        MAX_LR,
        TOTAL_STEPS,
        EPOCHS,
        STEPS_PER_EPOCH,
        PCT_START,
        ANNEAL_STRATEGY,
        CYCLE_MOMENTUM,
        BASE_MOMENTUM,
        MAX_MOMENTUM,
        DIV_FACTOR,
        FINAL_DIV_FACTOR,
        THREE_PHASE);
    OneCyclePhases phases = OneCyclePhases.of(options);
    boolean cyclesMomentum = options.get(CYCLE_MOMENTUM);
    if (cyclesMomentum) {
      CycledMomentum.check(optimizer);
    }
    double divFactor = options.get(DIV_FACTOR);
    double finalDivFactor = options.get(FINAL_DIV_FACTOR);
    List<Double> max = Expect.perGroup(MAX_LR, options, optimizer);
    List<Double> baseMomentum = Expect.perGroup(BASE_MOMENTUM, options, optimizer);
    List<Double> maxMomentum = Expect.perGroup(MAX_MOMENTUM, options, optimizer);
    for (int i = 0; i < max.size(); i++) {
      optimizer.groups().get(i).set(INITIAL_LR, max.get(i) / divFactor);
    }
    super(
        optimizer,
        (step, _, _, i) -> {
          double initial = max.get(i) / divFactor;
          return phases.at(step, initial, max.get(i), initial / finalDivFactor);
        },
        cyclesMomentum
            ? (step, _, _, i) ->
                phases.at(step, maxMomentum.get(i), baseMomentum.get(i), maxMomentum.get(i))
            : null);
  }
}
