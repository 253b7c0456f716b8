package org.hypergrad.viz;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.viz.drawing.Drawing;

/// Draws the graphs behind tensors, in a line:
///
/// ```java
/// Drawings.forward(y).write(Path.of("neuron.svg"));
/// ```
///
/// A graph remembers only what its rules need, and a backward pass releases even that. To see the
/// value and the gradient of every result, have it watched before: [#watch].
public final class Drawings {
  private Drawings() {}

  /// The expression that a tensor is the result of: operations and the tensors they were given,
  /// with values and gradients, from top to bottom.
  ///
  /// A value that nothing has kept is computed once more from those it came from, where that is
  /// sure to give the same; else the drawing says that it was not kept. A gradient that is not
  /// there is never drawn as 0.
  public static Drawing forward(Tensor result) {
    return forward(result, DrawingOptions.DEFAULT);
  }

  /// [#forward(Tensor)], as `options` say.
  public static Drawing forward(Tensor result, DrawingOptions options) {
    return new ForwardGraph(new Values(List.of(result), options.known()), options).drawing();
  }

  /// The graph that the gradient of a tensor goes back through: nodes with the rule of each
  /// partial, what they saved, and where gradients add up, from the result at the top to the
  /// leaves.
  public static Drawing backward(Tensor result) {
    return backward(result, DrawingOptions.DEFAULT);
  }

  /// [#backward(Tensor)], as `options` say.
  public static Drawing backward(Tensor result, DrawingOptions options) {
    return new BackwardGraph(List.of(result), options).drawing();
  }

  /// Keeps the values of all that a tensor was computed from, and the gradients of the backward
  /// passes to come, for a drawing with all numbers:
  ///
  /// ```java
  /// try (Watch watch = Drawings.watch(y)) {
  ///   y.backward();
  ///   watch.forward().write(Path.of("neuron.svg"));
  /// }
  /// ```
  public static Watch watch(Tensor result) {
    return watch(result, DrawingOptions.DEFAULT);
  }

  /// [#watch(Tensor)], whose drawings are made as `options` say.
  public static Watch watch(Tensor result, DrawingOptions options) {
    return new Watch(result, options);
  }
}
