package org.hypergrad.nn;

import org.hypergrad.Shape;

/// One dimension made several, the opposite of [Flatten] (PyTorch: `torch.nn.Unflatten`).
public final class Unflatten extends Activation {
  /// This dimension in these sizes.
  ///
  /// @param dim the dimension; negative counts from the end
  /// @param sizes whose product is the size of the dimension
  public Unflatten(int dim, Shape sizes) {
    super(x -> x.unflatten(dim, sizes.toArray()), "dim", dim, "unflattened_size", sizes);
  }
}
