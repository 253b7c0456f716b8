package org.hypergrad;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hypergrad.autograd.Edge;

/// Gradients of a tensor: asking for them, reading them, listening to them (PyTorch:
/// `torch/_tensor.py`).
public sealed interface Differentiation permits Tensor {
  /// The accumulated gradient of a leaf, or of a result after [#retainGrad]; null if there is none.
  default Tensor grad() {
    AutogradMeta meta = self().metaOrNull();
    Tensor grad = meta == null ? null : meta.grad();
    if (grad == null) {
      if (!self().isLeaf() && !self().meta().warned && !self().meta().retainsGrad) {
        self().meta().warned = true;
        System.getLogger(Tensor.class.getName())
            .log(
                System.Logger.Level.WARNING,
                "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. It"
                    + " was computed by "
                    + self().gradFn().name()
                    + " and keeps no gradient; call retainGrad() on it before backward() if you"
                    + " want one.");
      }
    }
    return grad;
  }

  /// Sets or, with null, clears the gradient.
  ///
  /// @throws IllegalArgumentException if its shape or type differs from this tensor's
  default void setGrad(Tensor grad) {
    if (grad == null) {
      if (self().metaOrNull() != null) {
        self().meta().updateGrad(_ -> null);
      }
      return;
    }
    if (grad == self()) {
      throw new IllegalArgumentException("can't assign Variable as its own grad");
    }
    if (grad.dtype() != self().dtype()) {
      throw new IllegalArgumentException(
          "assigned grad has data of a different type: the tensor is "
              + self().dtype()
              + ", the gradient "
              + grad.dtype());
    }
    if (!grad.shape().equals(self().shape())) {
      throw new IllegalArgumentException(
          "assigned grad has data of a different size: the tensor is "
              + self().shape()
              + ", the gradient "
              + grad.shape());
    }
    Scope.keep(grad);
    self().meta().updateGrad(_ -> grad);
  }

  /// Lends the gradient, if there is one, to `reader`, while no other thread adds to it or makes
  /// the leaf forget it. To whom only reads it, as an optimizer does, this is better than [#grad]:
  /// its memory can be used again after [#zeroGrad].
  ///
  /// @param reader what it keeps, it says so: [Scope#keep]
  default void lendGrad(Consumer<Tensor> reader) {
    AutogradMeta meta = self().metaOrNull();
    if (meta != null) {
      meta.updateGrad(grad -> {
        if (grad != null) {
          reader.accept(grad);
        }
        return grad;
      });
    }
  }

  /// Makes what `change` returns the gradient, while no other thread adds to it or makes the leaf
  /// forget it; for the engine.
  ///
  /// @param change gets the gradient, or null; what it returns it hands over, and does not keep
  default void updateGrad(UnaryOperator<Tensor> change) {
    self().meta().updateGrad(change);
  }

  /// Forgets the gradient, or makes it zeros: then the next one is added to the same tensor
  /// (PyTorch: what `zero_grad` does to each parameter).
  ///
  /// @param setToNone whether there is no gradient afterwards
  default void zeroGrad(boolean setToNone) {
    AutogradMeta meta = self().metaOrNull();
    if (meta != null) {
      meta.updateGrad(grad -> setToNone || grad == null ? null : grad.detach().zero_());
    }
  }

  /// Keeps the gradient of a result in [#grad] too; does nothing for a leaf, whose gradient is kept
  /// anyway.
  ///
  /// @throws IllegalStateException if it requires no gradient
  default void retainGrad() {
    Edge edge = self().edge();
    if (edge == null) {
      throw new IllegalStateException("can't retain_grad on Tensor that has requires_grad=False");
    }
    if (!self().isLeaf() && !self().meta().retainsGrad) {
      self().meta().retainsGrad = true;
      edge.node().editHooks().retainGrad(edge.inputNr(), self());
    }
  }

  /// Whether [#retainGrad] was called on this result (PyTorch: `retains_grad`).
  default boolean retainsGrad() {
    return self().metaOrNull() != null && self().meta().retainsGrad;
  }

  /// Calls `hook` with the gradient of this tensor in every backward pass; what it returns takes
  /// its place, null leaves it.
  ///
  /// @throws IllegalStateException if it requires no gradient
  default HookHandle registerHook(UnaryOperator<Tensor> hook) {
    Edge edge = self().edge();
    if (edge == null) {
      throw new IllegalStateException(
          "cannot register a hook on a tensor that doesn't require gradient");
    }
    return edge.node().editHooks().addTensorHook(edge.inputNr(), hook);
  }

  /// Adds the gradient of this single-element tensor to the `grad` of every leaf it came from.
  ///
  /// @throws IllegalStateException if it has no history, more than one element, or a graph already
  ///   released
  default void backward() {
    backward(null, GradOptions.DEFAULT);
  }

  /// [#backward()], done as `options` say.
  default void backward(GradOptions options) {
    backward(null, options);
  }

  /// The same for any shape, given the gradient of this tensor.
  default void backward(Tensor gradient) {
    backward(gradient, GradOptions.DEFAULT);
  }

  /// The same for any shape, done as `options` say.
  default void backward(Tensor gradient, GradOptions options) {
    Autograd.backward(List.of(self()), Collections.singletonList(gradient), options);
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
