package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.LR;

import java.util.List;
import java.util.Map;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;

/// Multiplies the learning rates by `factor` when a metric has not become better for `patience`
/// epochs: `scheduler.step(validationLoss)`.
public final class ReduceLROnPlateau extends Scheduler {
  /// Whether better is less, `min`, or more, `max`.
  public static final Attribute<String> MODE = Attribute.text("mode", "min");

  /// What the rates are multiplied by.
  public static final Attribute<Double> FACTOR = Attribute.number("factor", 0.1);

  /// How many epochs without a better metric are let pass.
  public static final Attribute<Integer> PATIENCE = Attribute.integer("patience", 10);

  /// By how much a metric has to be better to count.
  public static final Attribute<Double> THRESHOLD = Attribute.number("threshold", 1e-4);

  /// Whether the threshold is a part of the best metric, `rel`, or a number of its own, `abs`.
  public static final Attribute<String> THRESHOLD_MODE = Attribute.text("threshold_mode", "rel");

  /// How many epochs after a reduction are not counted.
  public static final Attribute<Integer> COOLDOWN = Attribute.integer("cooldown", 0);

  /// The rate that none goes below, or one for each group.
  public static final Attribute<List<Double>> MIN_LR = Attribute.numbers("min_lr", 0.0);

  /// The least reduction that is made at all.
  public static final Attribute<Double> EPS = Attribute.number("eps", 1e-8);

  private static final Attribute<Double> BEST = Attribute.number("best", null);
  private static final Attribute<Integer> BAD_EPOCHS = Attribute.integer("num_bad_epochs", 0);
  private static final Attribute<Integer> COOLDOWN_LEFT = Attribute.integer("cooldown_counter", 0);
  private static final Attribute<Integer> LAST_EPOCH = Attribute.integer("last_epoch", 0);

  private final Attributes options;
  private final boolean lessIsBetter;
  private final boolean relative;
  private final List<Double> minLrs;
  private double best;
  private int badEpochs;
  private int cooldownLeft;
  private int lastEpoch;

  /// Divides by 10 after 10 epochs without a smaller metric.
  public ReduceLROnPlateau(Optimizer optimizer) {
    this(optimizer, Attributes.NONE);
  }

  /// With these options.
  ///
  /// @throws IllegalArgumentException if one is unknown or out of range
  public ReduceLROnPlateau(Optimizer optimizer, Attributes options) {
    super(optimizer);
    Expect.options(
        options, MODE, FACTOR, PATIENCE, THRESHOLD, THRESHOLD_MODE, COOLDOWN, MIN_LR, EPS);
    if (!(options.get(FACTOR) < 1)) {
      throw new IllegalArgumentException(
          "Factor should be < 1.0. It is " + options.get(FACTOR) + ".");
    }
    this.options = options;
    this.lessIsBetter = Expect.oneOf(MODE, options, "min", "max").equals("min");
    this.relative = Expect.oneOf(THRESHOLD_MODE, options, "rel", "abs").equals("rel");
    this.minLrs = Expect.perGroup(MIN_LR, options, optimizer);
    this.best = lessIsBetter ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /// Always refused: there is nothing to go by.
  ///
  /// @throws IllegalStateException always
  @Override
  public void step() {
    throw new IllegalStateException(
        "ReduceLROnPlateau goes by a metric: call step(loss) with the one of this epoch");
  }

  @Override
  public void step(double metric) {
    lastEpoch++;
    if (isBetter(metric)) {
      best = metric;
      badEpochs = 0;
    } else {
      badEpochs++;
    }
    if (cooldownLeft > 0) {
      cooldownLeft--;
      badEpochs = 0;
    }
    if (badEpochs > options.get(PATIENCE)) {
      reduce();
      cooldownLeft = options.get(COOLDOWN);
      badEpochs = 0;
    }
  }

  private boolean isBetter(double metric) {
    double threshold = options.get(THRESHOLD);
    if (lessIsBetter) {
      return metric < (relative ? best * (1 - threshold) : best - threshold);
    }
    return metric > (relative ? best * (threshold + 1) : best + threshold);
  }

  private void reduce() {
    for (int i = 0; i < minLrs.size(); i++) {
      ParameterGroup group = optimizer().groups().get(i);
      double before = group.get(LR);
      double after = Math.max(before * options.get(FACTOR), minLrs.get(i));
      if (before - after > options.get(EPS)) {
        group.set(LR, after);
      }
    }
  }

  @Override
  public Map<String, String> stateDict() {
    return Map.of(
        BEST.name(), String.valueOf(best),
        BAD_EPOCHS.name(), String.valueOf(badEpochs),
        COOLDOWN_LEFT.name(), String.valueOf(cooldownLeft),
        LAST_EPOCH.name(), String.valueOf(lastEpoch));
  }

  @Override
  public void loadStateDict(Map<String, String> state) {
    SavedState saved = SavedState.of(state, BEST, BAD_EPOCHS, COOLDOWN_LEFT, LAST_EPOCH);
    double loadedBest = saved.get(BEST);
    int loadedBadEpochs = saved.get(BAD_EPOCHS);
    int loadedCooldown = saved.get(COOLDOWN_LEFT);
    lastEpoch = saved.get(LAST_EPOCH);
    cooldownLeft = loadedCooldown;
    badEpochs = loadedBadEpochs;
    best = loadedBest;
  }
}
