package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.INITIAL_LR;
import static org.hypergrad.optim.Options.LR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attribute;

/// A scheduler that knows nothing but how many steps it has made (PyTorch: `LRScheduler`). A new
/// one is a schedule:
///
/// ```java
/// public final class Harmonic extends LRScheduler {
///   public Harmonic(Optimizer optimizer) {
///     super(optimizer, (epoch, lr, initial, group) -> initial / (1 + epoch));
///   }
/// }
/// ```
public abstract class LRScheduler extends Scheduler {
  private static final Attribute<Integer> LAST_EPOCH = Attribute.integer("last_epoch", 0);
  private static final Attribute<List<Double>> BASE_LRS = Attribute.numbers("base_lrs", 0.0);

  private final List<ParameterGroup> groups;
  private final Schedule schedule;
  private final Schedule momentum;
  private List<Double> baseLrs;
  private int lastEpoch;

  /// Sets the learning rates for epoch 0. The rates a schedule counts from are those that the
  /// groups had before their first scheduler. Groups added to the optimizer later are left alone.
  protected LRScheduler(Optimizer optimizer, Schedule schedule) {
    this(optimizer, schedule, null);
  }

  /// One that cycles the momentum too, unless its schedule is null.
  LRScheduler(Optimizer optimizer, Schedule schedule, Schedule momentum) {
    super(optimizer);
    this.groups = List.copyOf(optimizer.groups());
    this.schedule = schedule;
    this.momentum = momentum;
    for (ParameterGroup group : groups) {
      if (group.get(INITIAL_LR) == null) {
        group.set(INITIAL_LR, group.get(LR));
      }
    }
    this.baseLrs = groups.stream().map(group -> group.get(INITIAL_LR)).toList();
    goTo(0);
  }

  /// Counts from other rates than the groups'.
  final void countFrom(List<Double> rates) {
    baseLrs = rates;
  }

  /// How many steps it has made.
  public final int lastEpoch() {
    return lastEpoch;
  }

  @Override
  public final void step() {
    goTo(lastEpoch + 1);
  }

  /// Begins as a new scheduler does, from the rates that the groups have now.
  final void begin() {
    goTo(0);
  }

  /// Begins where another scheduler ends, at the rate it would have at epoch 0 whatever the groups
  /// have now (PyTorch: `step(0)`).
  final void takeOver() {
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).set(LR, atStart(groups.get(i).get(LR), baseLrs.get(i)));
    }
    goTo(0);
  }

  /// The rate to begin with after another scheduler.
  double atStart(double lr, double baseLr) {
    return baseLr;
  }

  private void goTo(int epoch) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      rates.add(schedule.next(epoch, groups.get(i).get(LR), baseLrs.get(i), i));
    }
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).set(LR, rates.get(i));
      if (momentum != null) {
        double before = CycledMomentum.get(groups.get(i));
        CycledMomentum.set(groups.get(i), momentum.next(epoch, before, before, i));
      }
    }
    lastEpoch = epoch;
  }

  @Override
  public final Map<String, String> stateDict() {
    return Map.of(
        LAST_EPOCH.name(), String.valueOf(lastEpoch), BASE_LRS.name(), baseLrs.toString());
  }

  @Override
  public final void loadStateDict(Map<String, String> state) {
    SavedState saved = SavedState.of(state, LAST_EPOCH, BASE_LRS);
    int epoch = saved.get(LAST_EPOCH);
    List<Double> rates = saved.get(BASE_LRS);
    if (rates.size() != groups.size()) {
      throw new IllegalArgumentException(
          "loaded state dict has a different number of parameter groups: "
              + rates.size()
              + ", here are "
              + groups.size());
    }
    lastEpoch = epoch;
    baseLrs = rates;
  }
}
