package org.hypergrad.nn;

/// eˣ / Σ eˣ along a dimension (PyTorch: `torch.nn.Softmax`).
public final class Softmax extends Activation {
  /// Along this dimension; negative counts from the end.
  public Softmax(int dim) {
    super(x -> x.softmax(dim), "dim", dim);
  }
}
