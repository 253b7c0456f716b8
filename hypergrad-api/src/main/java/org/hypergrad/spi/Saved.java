package org.hypergrad.spi;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// What the rule of a [Partial] finds again when the gradient arrives. Only what the partial
/// declared is there.
public interface Saved {
  /// Input `index` of the operation.
  Tensor input(int index);

  /// The output of the operation.
  Tensor output();

  /// The shape of an input that requires a gradient; known without saving the input.
  Shape shape(int index);

  /// The element type of an input that requires a gradient; known without saving the input.
  DType dtype(int index);

  /// The settings of the call.
  Attributes attributes();
}
