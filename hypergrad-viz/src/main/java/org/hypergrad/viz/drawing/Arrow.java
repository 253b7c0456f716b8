package org.hypergrad.viz.drawing;

import java.util.Objects;

/// An arrow from a vertex to another. There may be several between the same two, as for `x * x`.
///
/// @param from the number of the vertex where it begins
/// @param to the number of the vertex where it ends
/// @param tail a word at its beginning, as the number of an output; mostly empty
/// @param head a word at its end, as the letter of an input; may be empty
/// @param isDashed whether it is only an aside, as from a saved tensor to the node that keeps it
public record Arrow(int from, int to, String tail, String head, boolean isDashed) {
  /// Checks that nothing is null.
  public Arrow {
    Objects.requireNonNull(tail);
    Objects.requireNonNull(head);
  }
}
