package org.hypergrad.nn.train;

import org.hypergrad.Tensor;

/// One number about many batches, for people to judge a network by (as torchmetrics' `Metric`).
///
/// It adds up what it is shown since the last [#reset].
public interface Metric {
  /// What it is called in the history and on the screen: `accuracy`.
  String name();

  /// Takes in one batch: what the network answered, and what was right. A tensor that is to be kept
  /// needs [org.hypergrad.Scope#keep].
  ///
  /// @throws IllegalArgumentException if the shapes do not fit
  void update(Tensor output, Tensor target);

  /// The number for all batches so far; NaN if there were none.
  double value();

  /// Forgets all batches.
  void reset();

  /// What was added up so far, in a few numbers, for checkpoints.
  double[] state();

  /// Goes on from a state that [#state()] gave.
  void state(double[] state);
}
