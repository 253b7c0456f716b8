package org.hypergrad.viz.drawing;

import java.util.Objects;

/// Vertices that belong together, as those of a block of a network; drawn as a box around them.
///
/// @param label its title
/// @param parent the number of the group it lies in, or [#NONE]
public record Group(String label, int parent) {
  /// No group.
  public static final int NONE = -1;

  /// Checks that there is a label.
  public Group {
    Objects.requireNonNull(label);
  }
}
