package org.hypergrad.viz.drawing;

import java.util.Objects;

/// A line of a vertex: something about it, by name.
///
/// @param name as `shape`, `value`, `grad`
/// @param text what it is
/// @param exists false if the text only says why there is nothing; it is drawn paler then
public record Field(String name, String text, boolean exists) {
  /// Checks that nothing is null.
  public Field {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
  }

  /// A line with something in it.
  public static Field of(String name, String text) {
    return new Field(name, text, true);
  }

  /// A line that says why there is nothing, as `none yet`.
  public static Field missing(String name, String why) {
    return new Field(name, why, false);
  }
}
