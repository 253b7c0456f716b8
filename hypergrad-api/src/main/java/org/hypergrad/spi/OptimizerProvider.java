package org.hypergrad.spi;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.optim.ParameterState;

/// The service by which a module brings an optimizer: its name, its options and its update rule, in
/// one class without fields, and one `provides` line. Everything else - groups, state, checkpoints
/// - is [Optimizer]'s.
///
/// ```java
/// public final class SignDescent implements OptimizerProvider {
///   private static final Attribute<Double> LR = Options.LR.withDefault(0.01);
///
///   public String name() { return "sign_descent"; }
///   public List<Attribute<?>> options() { return List.of(LR); }
///   public void update(
///       Tensor parameter, Tensor gradient, ParameterGroup group, ParameterState state) {
///     parameter.add_(gradient.sign(), -group.get(LR));
///   }
/// }
/// ```
public interface OptimizerProvider {
  /// A unique name in lower case: `adam`.
  String name();

  /// What may be set, for each group of parameters, with the defaults. Those that other optimizers
  /// have too come from [Options].
  List<Attribute<?>> options();

  /// Changes one parameter in place. Called with grad mode off, in the order of the parameters, for
  /// those that have a gradient. A rule that adds in a fixed order gives the same bits every time.
  ///
  /// @param gradient of the same shape and type; not to be changed, and lent: to keep it, put it
  ///   into the state
  /// @param group the group of the parameter, for the options
  /// @param state what the rule keeps for this parameter from step to step; empty at first
  void update(Tensor parameter, Tensor gradient, ParameterGroup group, ParameterState state);

  /// Refuses values that make no sense. As it stands, it checks the common options.
  ///
  /// @throws IllegalArgumentException if one is out of range, or two cannot go together
  default void check(ParameterGroup group) {
    Options.check(group);
  }

  /// Whether a tensor from a checkpoint can be this state of a parameter. As it stands: a number,
  /// or of the parameter's shape.
  default boolean accepts(String name, Tensor value, Tensor parameter) {
    return value.rank() == 0 || value.shape().equals(parameter.shape());
  }

  /// A new optimizer for these groups. What a group does not set itself, `options` set for all.
  ///
  /// @throws IllegalArgumentException if an option is unknown, missing or out of range, or a
  ///   parameter is a result or stands in two groups
  default Optimizer create(List<ParameterGroup> groups, Attributes options) {
    return new Optimizer(this, groups, options);
  }
}
