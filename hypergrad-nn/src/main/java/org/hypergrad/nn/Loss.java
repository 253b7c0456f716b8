package org.hypergrad.nn;

import org.hypergrad.Reduction;

/// What all losses have in common: they are blocks of two tensors, `loss.apply(prediction,
/// target)`, and are reduced to one number, by default the mean.
///
/// The reduction is given to the constructor. What is set more rarely is set by methods that give
/// the loss again: `new CrossEntropyLoss().weight(w).labelSmoothing(0.1)`.
public abstract class Loss extends Block {
  private final Reduction reduction;

  /// A loss that is reduced in this way.
  protected Loss(Reduction reduction) {
    this.reduction = reduction;
  }

  /// How the losses of the elements become the result.
  public final Reduction reduction() {
    return reduction;
  }
}
