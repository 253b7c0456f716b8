package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.INITIAL_LR;
import static org.hypergrad.optim.Options.LR;

import java.util.List;
import java.util.Map;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attribute;

/// Schedulers one after the other, each of which takes over at a milestone:
///
/// ```java
/// new SequentialLR(
///     List.of(new LinearLR(optimizer), new CosineAnnealingLR(optimizer, 95)), List.of(5));
/// ```
public final class SequentialLR extends Scheduler {
  private static final Attribute<Integer> LAST_EPOCH = Attribute.integer("last_epoch", 0);

  private final List<LRScheduler> schedulers;
  private final List<Integer> milestones;
  private int lastEpoch;

  /// Begins with the first scheduler; the one behind it takes over at the first of the milestones,
  /// and so on.
  ///
  /// @param schedulers new ones, of the same optimizer
  /// @param milestones epochs in ascending order, one less than schedulers
  public SequentialLR(List<? extends LRScheduler> schedulers, List<Integer> milestones) {
    this.schedulers = List.copyOf(schedulers);
    this.milestones = List.copyOf(milestones);
    super(Expect.oneOptimizer(schedulers));
    if (milestones.size() != schedulers.size() - 1) {
      throw new IllegalArgumentException(
          "Sequential Schedulers expects number of schedulers provided to be one more than the"
              + " number of milestone points, but got number of schedulers "
              + schedulers.size()
              + " and the number of milestones to be equal to "
              + milestones.size());
    }
    for (ParameterGroup group : optimizer().groups()) {
      group.set(LR, group.get(INITIAL_LR)); // undoes what the schedulers did when they were made
    }
    this.schedulers.getFirst().begin();
  }

  @Override
  public void step() {
    int epoch = lastEpoch + 1;
    int current = (int) milestones.stream().filter(milestone -> milestone <= epoch).count();
    if (current > 0 && milestones.get(current - 1) == epoch) {
      schedulers.get(current).takeOver();
    } else {
      schedulers.get(current).step();
    }
    lastEpoch = epoch;
  }

  @Override
  public Map<String, String> stateDict() {
    Map<String, String> state = PartStates.of(schedulers);
    state.put(LAST_EPOCH.name(), String.valueOf(lastEpoch));
    return state;
  }

  @Override
  public void loadStateDict(Map<String, String> state) {
    PartStates parts = PartStates.split(state, schedulers.size());
    int epoch = SavedState.of(parts.own(), LAST_EPOCH).get(LAST_EPOCH);
    parts.load(schedulers);
    lastEpoch = epoch;
  }
}
