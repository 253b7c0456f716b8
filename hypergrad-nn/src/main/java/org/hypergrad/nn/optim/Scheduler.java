package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.LR;

import java.util.List;
import java.util.Map;
import org.hypergrad.optim.Optimizer;

/// Changes the learning rates of an optimizer while it trains (PyTorch:
/// `torch/optim/lr_scheduler.py`). One is stepped after the optimizer, each epoch or each batch, as
/// its numbers are meant:
///
/// ```java
/// Scheduler scheduler = new StepLR(optimizer, 30);
/// for (int epoch = 0; epoch < 90; epoch++) {
///   train(optimizer);
///   scheduler.step();
/// }
/// ```
///
/// What it needs to go on after a pause is a map of texts. To load it, make the optimizer and the
/// scheduler as before, then load the states of both.
public abstract class Scheduler {
  private final Optimizer optimizer;

  /// A scheduler for this optimizer.
  protected Scheduler(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  /// The optimizer whose learning rates it changes.
  public final Optimizer optimizer() {
    return optimizer;
  }

  /// Goes on by one epoch, or by one batch.
  public abstract void step();

  /// The same, with a measure of how well it goes. Looked at by [ReduceLROnPlateau] only.
  public void step(double metric) {
    step();
  }

  /// The learning rates of the groups (PyTorch: `get_last_lr`).
  public final List<Double> lastLr() {
    return optimizer.groups().stream().map(group -> group.get(LR)).toList();
  }

  /// What it needs to go on, for a checkpoint, under PyTorch's names.
  public abstract Map<String, String> stateDict();

  /// Goes on as the scheduler went that `state` is of. Everything is checked before anything
  /// changes.
  ///
  /// @throws IllegalArgumentException if it is the state of another kind of scheduler, or for
  ///   another number of groups
  public abstract void loadStateDict(Map<String, String> state);
}
