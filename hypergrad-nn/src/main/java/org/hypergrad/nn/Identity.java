package org.hypergrad.nn;

/// x itself, where a network asks for a block (PyTorch: `torch.nn.Identity`).
public final class Identity extends Activation {
  /// The identity.
  public Identity() {
    super(x -> x);
  }
}
