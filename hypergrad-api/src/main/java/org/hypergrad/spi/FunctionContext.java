package org.hypergrad.spi;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hypergrad.Tensor;

/// What a [Function] says about one call of its forward (PyTorch: the `ctx` of `forward`).
public final class FunctionContext {
  private static final Tensor[] NOTHING = {};

  private final Attributes attributes;
  private final boolean[] needsInputGrad;
  private final Set<Tensor> nonDifferentiable = Collections.newSetFromMap(new IdentityHashMap<>(0));
  private Tensor[] saved = NOTHING;
  private boolean materializeGrads = true;

  /// For the library, which makes one for every call.
  public FunctionContext(Attributes attributes, boolean[] needsInputGrad) {
    this.attributes = attributes;
    this.needsInputGrad = needsInputGrad;
  }

  /// The settings of the call.
  public Attributes attributes() {
    return attributes;
  }

  /// Whether a gradient will be asked for input `index`.
  public boolean needsInputGrad(int index) {
    return needsInputGrad[index];
  }

  /// Keeps tensors for backward, where [BackwardContext#saved] finds them by position; a null stays
  /// a null.
  public void save(Tensor... tensors) {
    saved = tensors.clone();
  }

  /// Says that these outputs never require a gradient.
  public void markNonDifferentiable(Tensor... outputs) {
    nonDifferentiable.addAll(java.util.List.of(outputs));
  }

  /// Whether gradients of unused outputs arrive as zeros (the default) or as null.
  public void materializeGrads(boolean materialize) {
    materializeGrads = materialize;
  }

  /// What [#save] was given.
  public Tensor[] saved() {
    return saved.clone();
  }

  /// Whether an output can require a gradient.
  public boolean isDifferentiable(Tensor output) {
    return output.dtype().isFloating() && !nonDifferentiable.contains(output);
  }

  /// What [#materializeGrads(boolean)] was told.
  public boolean materializesGrads() {
    return materializeGrads;
  }
}
