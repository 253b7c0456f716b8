package org.hypergrad.demo.train;

import java.util.NoSuchElementException;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Operations;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.spi.UnaryOperation;

/// Any operation on one tensor as an activation, by its name: also one that a plug-in brings.
final class Activation extends Block {
  private final UnaryOperation operation;

  private Activation(UnaryOperation operation) {
    this.operation = operation;
  }

  /// The activation with this name.
  ///
  /// @throws IllegalArgumentException if there is no such operation, or it changes shapes
  static Activation named(String name) {
    try {
      if (Operations.named(name) instanceof UnaryOperation operation && keepsShapes(operation)) {
        return new Activation(operation);
      }
    } catch (NoSuchElementException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    throw new IllegalArgumentException(
        "The operation '"
            + name
            + "' gives no number for each number it takes, as relu, tanh, sigmoid and gelu do");
  }

  private static boolean keepsShapes(UnaryOperation operation) {
    Tensor x = Tensor.ones(DType.FLOAT32, Shape.of(2, 3));
    try {
      Tensor y = GradMode.off(() -> x.apply(operation));
      return y.shape().equals(x.shape()) && y.dtype() == x.dtype();
    } catch (IllegalArgumentException _) {
      return false; // it needs settings
    }
  }

  @Override
  protected Tensor forward(Tensor x) {
    return x.apply(operation);
  }

  @Override
  public String name() {
    return operation.name();
  }
}
