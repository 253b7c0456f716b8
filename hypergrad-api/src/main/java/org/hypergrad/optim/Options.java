package org.hypergrad.optim;

import java.util.List;
import org.hypergrad.spi.Attribute;

/// The options that several optimizers have, under PyTorch's names. One with another default is the
/// same option: `LR.withDefault(1e-3)`.
public final class Options {
  /// The learning rate; has to be given unless the optimizer has a default of its own.
  public static final Attribute<Double> LR = Attribute.number("lr", null).required();

  /// How much of the last update goes on into the next.
  public static final Attribute<Double> MOMENTUM = Attribute.number("momentum", 0.0);

  /// How much of the gradient is left out of the momentum.
  public static final Attribute<Double> DAMPENING = Attribute.number("dampening", 0.0);

  /// Whether the momentum is Nesterov's.
  public static final Attribute<Boolean> NESTEROV = Attribute.flag("nesterov", false);

  /// How strongly parameters are drawn to 0.
  public static final Attribute<Double> WEIGHT_DECAY = Attribute.number("weight_decay", 0.0);

  /// Whether to climb instead of descend.
  public static final Attribute<Boolean> MAXIMIZE = Attribute.flag("maximize", false);

  /// How slowly the running averages of the gradient and of its square forget.
  public static final Attribute<List<Double>> BETAS = Attribute.numbers("betas", 0.9, 0.999);

  /// What is added to a denominator, so that it is not 0.
  public static final Attribute<Double> EPS = Attribute.number("eps", 1e-8);

  /// Whether Adam divides by the largest average so far.
  public static final Attribute<Boolean> AMSGRAD = Attribute.flag("amsgrad", false);

  /// How slowly a running average forgets.
  public static final Attribute<Double> ALPHA = Attribute.number("alpha", 0.99);

  /// Whether RMSprop divides by the variance instead of the mean square.
  public static final Attribute<Boolean> CENTERED = Attribute.flag("centered", false);

  /// The learning rate that a scheduler started from. Every group has it, null until a scheduler
  /// sets it.
  public static final Attribute<Double> INITIAL_LR = Attribute.number("initial_lr", null);

  private Options() {}

  /// Refuses values of the options above that are out of range, in PyTorch's words.
  ///
  /// @throws IllegalArgumentException if a learning rate, a momentum, a weight decay, an epsilon or
  ///   an alpha is not at least 0, or a beta not in \[0, 1)
  public static void check(ParameterGroup group) {
    notNegative(group, LR, "learning rate");
    notNegative(group, MOMENTUM, "momentum value");
    notNegative(group, WEIGHT_DECAY, "weight_decay value");
    notNegative(group, EPS, "epsilon value");
    notNegative(group, ALPHA, "alpha value");
    if (group.has(BETAS)) {
      List<Double> betas = group.get(BETAS);
      if (betas.size() != 2) {
        throw new IllegalArgumentException("Invalid betas: " + betas + ", there are two of them");
      }
      for (int i = 0; i < 2; i++) {
        if (!(betas.get(i) >= 0 && betas.get(i) < 1)) {
          throw new IllegalArgumentException(
              "Invalid beta parameter at index " + i + ": " + betas.get(i) + ", not in [0, 1)");
        }
      }
    }
  }

  private static void notNegative(ParameterGroup group, Attribute<Double> option, String what) {
    if (group.has(option) && !(group.get(option) >= 0)) {
      throw new IllegalArgumentException("Invalid " + what + ": " + group.get(option));
    }
  }
}
