package org.hypergrad.viz.drawing;

import java.util.List;
import java.util.Objects;

/// A vertex of a drawing: a card with a title, a second line and some fields. Any text may be of
/// any length and hold any characters: what does not fit is shortened, what cannot be drawn is
/// escaped.
///
/// @param kind what it stands for
/// @param title the first line
/// @param subtitle the second line; empty if there is none
/// @param fields the further lines
/// @param details all there is to know, in full, shown when the pointer rests on it
/// @param group the number of the group it lies in, or [Group#NONE]
public record Vertex(
    Kind kind, String title, String subtitle, List<Field> fields, String details, int group) {
  /// Copies the fields.
  public Vertex {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(title);
    Objects.requireNonNull(subtitle);
    Objects.requireNonNull(details);
    fields = List.copyOf(fields);
  }
}
