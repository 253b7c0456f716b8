package org.hypergrad.nn.optim;

import java.util.List;
import java.util.Map;

/// Several schedulers at once: each changes what the one before it left.
public final class ChainedScheduler extends Scheduler {
  private final List<Scheduler> schedulers;

  /// These schedulers, of the same optimizer, in this order.
  public ChainedScheduler(List<? extends Scheduler> schedulers) {
    this.schedulers = List.copyOf(schedulers);
    super(Expect.oneOptimizer(schedulers));
  }

  @Override
  public void step() {
    schedulers.forEach(Scheduler::step);
  }

  @Override
  public void step(double metric) {
    schedulers.forEach(scheduler -> scheduler.step(metric));
  }

  @Override
  public Map<String, String> stateDict() {
    return PartStates.of(schedulers);
  }

  @Override
  public void loadStateDict(Map<String, String> state) {
    PartStates parts = PartStates.split(state, schedulers.size());
    SavedState.of(parts.own());
    parts.load(schedulers);
  }
}
