package org.hypergrad.nn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hypergrad.nn.Block;

/// Which blocks of a network were in training mode, to be put back: a part that its owner froze
/// stays frozen.
///
/// ```java
/// Modes modes = Modes.of(model);
/// model.eval();
/// try {
///   ...
/// } finally {
///   modes.restore();
/// }
/// ```
///
/// @param training whether it was, for each block, outer before inner
public record Modes(Map<Block, Boolean> training) {
  /// The map is copied.
  public Modes {
    training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
  }

  /// The modes of all blocks of a network as they are now.
  public static Modes of(Block model) {
    Map<Block, Boolean> training = new LinkedHashMap<>();
    model.namedBlocks().values().forEach(block -> training.put(block, block.isTraining()));
    return new Modes(training);
  }

  /// Puts all blocks back into these modes. Outer ones come before inner ones, which therefore have
  /// the last word.
  public void restore() {
    training.forEach((block, mode) -> block.train(mode));
  }
}
