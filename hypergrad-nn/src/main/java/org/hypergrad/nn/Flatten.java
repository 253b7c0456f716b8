package org.hypergrad.nn;

/// Some dimensions made one, as the rows and columns of images before a [Linear] (PyTorch:
/// `torch.nn.Flatten`).
public final class Flatten extends Activation {
  /// All but the first, which counts the samples.
  public Flatten() {
    this(1, -1);
  }

  /// The dimensions from start to end, both included; negative counts from the end.
  public Flatten(int start, int end) {
    super(x -> x.flatten(start, end), "start_dim", start, "end_dim", end);
  }
}
