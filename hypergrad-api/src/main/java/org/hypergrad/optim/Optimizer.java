package org.hypergrad.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;

/// Changes parameters along their gradients (PyTorch: `torch/optim/optimizer.py`).
///
/// ```java
/// Optimizer optimizer = Optimizers.create("sgd", parameters, Attributes.of(Options.LR, 0.1));
/// optimizer.zeroGrad();
/// loss(parameters).backward();
/// optimizer.step();
/// ```
///
/// It holds groups of parameters with their options, and for every parameter the state that its
/// [rule][OptimizerProvider] keeps; the rule says what happens to one parameter.
public class Optimizer {
  private final OptimizerProvider rule;
  private final Attributes defaults;
  private final List<ParameterGroup> groups = new ArrayList<>();
  private final Map<Tensor, ParameterState> states = new IdentityHashMap<>();

  /// An optimizer that follows a rule. What a group does not set itself, `options` set for all.
  ///
  /// @throws IllegalArgumentException if there is no parameter, one is a result or appears twice;
  ///   if an option is unknown, missing or out of range
  public Optimizer(OptimizerProvider rule, List<ParameterGroup> groups, Attributes options) {
    this.rule = rule;
    this.defaults = options;
    if (groups.isEmpty() || groups.size() == 1 && groups.getFirst().parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "optimizer got an empty parameter list. Give it the leaves to train, as"
              + " model.parameters().");
    }
    groups.forEach(this::addGroup);
  }

  /// The groups, whose options may be changed between steps.
  public final List<ParameterGroup> groups() {
    return Collections.unmodifiableList(groups);
  }

  /// The rule it follows.
  public final OptimizerProvider rule() {
    return rule;
  }

  /// Trains more parameters from now on, as those of a layer that was frozen so far (PyTorch:
  /// `add_param_group`).
  ///
  /// @throws IllegalArgumentException as when the optimizer was made
  public final void addGroup(ParameterGroup group) {
    ParameterGroup added = group.complete(rule.options(), defaults);
    rule.check(added);
    Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Tensor parameter : added.parameters()) {
      if (!parameter.isLeaf()) {
        throw new IllegalArgumentException(
            "can't optimize a non-leaf Tensor. This one was computed by "
                + parameter.gradFn().name()
                + ": give the optimizer the leaves it was computed from.");
      }
      if (!seen.add(parameter)) {
        throw new IllegalArgumentException(
            "optimizer contains a parameter group with duplicate parameters");
      }
    }
    for (ParameterGroup earlier : groups) {
      if (earlier.parameters().stream().anyMatch(seen::contains)) {
        throw new IllegalArgumentException(
            "some parameters appear in more than one parameter group");
      }
    }
    groups.add(added);
  }

  /// Forgets the gradients, so that the next backward pass starts anew (PyTorch:
  /// `zero_grad(set_to_none=True)`, the default since 2.0).
  public final void zeroGrad() {
    zeroGrad(true);
  }

  /// Forgets the gradients, or makes them zeros: a parameter that gets none in the next backward
  /// pass is then changed by its decay and momentum all the same.
  public final void zeroGrad(boolean setToNone) {
    for (ParameterGroup group : groups) {
      group.parameters().forEach(parameter -> parameter.zeroGrad(setToNone));
    }
  }

  /// Changes every parameter that has a gradient, once. The others are left alone, without a state.
  public void step() {
    GradMode.off(() -> {
      for (ParameterGroup group : groups) {
        for (Tensor parameter : group.parameters()) {
          parameter.lendGrad(gradient -> rule.update(parameter, gradient, group, state(parameter)));
        }
      }
    });
  }

  /// Lets `closure` compute the loss and its gradients, then steps; gives the loss.
  public Tensor step(Supplier<Tensor> closure) {
    Tensor loss = GradMode.on(closure);
    step();
    return loss;
  }

  /// A copy of the options and of the state, for a checkpoint (PyTorch: `state_dict`).
  public final OptimizerState stateDict() {
    return OptimizerState.of(groups, states);
  }

  /// Goes on as if this optimizer had made the steps of the one that `state` is of. Everything is
  /// checked before anything changes.
  ///
  /// @throws IllegalArgumentException if the groups, their sizes, an option, or the shape of a
  ///   tensor do not fit
  public final void loadStateDict(OptimizerState state) {
    List<ParameterGroup> loaded = state.groups(groups, rule);
    Map<Tensor, ParameterState> loadedStates = state.states(groups, rule);
    for (int g = 0; g < loaded.size(); g++) {
      groups.get(g).setAll(loaded.get(g));
    }
    states.clear();
    states.putAll(loadedStates);
  }

  private ParameterState state(Tensor parameter) {
    return states.computeIfAbsent(parameter, ParameterState::new);
  }
}
