package org.hypergrad.spi;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// What a [Function] finds again in backward (PyTorch: the `ctx` of `backward`).
public interface BackwardContext {
  /// The tensor saved at this position.
  ///
  /// @throws org.hypergrad.autograd.AutogradException if it was released, or changed in place since
  Tensor saved(int position);

  /// The shape of an input that requires a gradient.
  Shape shape(int input);

  /// The element type of an input that requires a gradient.
  DType dtype(int input);

  /// Whether a gradient is wanted for the input.
  boolean needsInputGrad(int input);

  /// The settings of the call.
  Attributes attributes();
}
