package org.hypergrad.tests.golden;

import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;

/// What is trained in a case of `training`.
interface TrainingTask {
  /// The network, with first values of its own.
  Block model();

  /// The loss of a step, counted from 0.
  Tensor loss(int step);

  /// Compares what the case says of the trained network besides its state.
  void compareTrained();
}
