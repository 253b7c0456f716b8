package org.hypergrad.nn.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hypergrad.nn.Block;

/// Which blocks of a network were in training mode, to be put back: a part that its owner froze
/// stays frozen.
record Modes(Map<Block, Boolean> training) {
  static Modes of(Block model) {
    Map<Block, Boolean> training = new LinkedHashMap<>();
    model.namedBlocks().values().forEach(block -> training.put(block, block.isTraining()));
    return new Modes(training);
  }

  /// Outer blocks come before inner ones, which therefore have the last word.
  void restore() {
    training.forEach((block, mode) -> block.train(mode));
  }
}
