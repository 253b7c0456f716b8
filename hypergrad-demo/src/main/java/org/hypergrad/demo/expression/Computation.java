package org.hypergrad.demo.expression;

import java.util.List;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;

/// What the evaluation of a program left: every value, in the order in which it came into being.
///
/// @param steps the leaves that were given, then all that was computed
/// @param result the value of the last statement
/// @param unused the names of given values that no statement read
public record Computation(List<Step> steps, Tensor result, List<String> unused) {
  /// One value.
  ///
  /// @param text the expression it is the value of; for a leaf its name
  public record Step(String text, Tensor tensor) {}

  /// Whether the result depends on a value that requires a gradient, so that [#backward] has
  /// something to do.
  public boolean hasGradients() {
    return result.requiresGrad();
  }

  /// Whether [#backward] has to sum the elements of the result first, for only single numbers have
  /// a gradient of their own.
  public boolean isSummed() {
    return result.numel() != 1;
  }

  /// Runs the result's history backward; then every step that the result depends on has a gradient.
  /// What the history saved stays, to be drawn.
  public void backward() {
    (isSummed() ? result.sum() : result).backward(GradOptions.DEFAULT.retainGraph());
  }
}
