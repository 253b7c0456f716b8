package org.hypergrad.nn;

import org.hypergrad.Tensor;

/// Blocks one after the other, each applied to the output of the one before (PyTorch:
/// `torch.nn.Sequential`). Their names are 0, 1, ... or those given to [#add(String, Block)].
public final class Sequential extends Block {
  /// The blocks in this order; none is the identity.
  public Sequential(Block... blocks) {
    for (Block block : blocks) {
      add(block);
    }
  }

  /// Appends a block, named after its place.
  public Sequential add(Block block) {
    return add(Integer.toString(children().size()), block);
  }

  /// Appends a block under a name.
  ///
  /// @throws IllegalArgumentException if the name is empty, contains a dot or is taken
  public Sequential add(String name, Block block) {
    child(name, block);
    return this;
  }

  @Override
  protected Tensor forward(Tensor input) {
    Tensor x = input;
    for (Block block : children().values()) {
      x = block.apply(x);
    }
    return x;
  }
}
