package org.hypergrad.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

/// Blocks named 0, 1, ... for a block that applies them in a way of its own (PyTorch:
/// `torch.nn.ModuleList`).
public final class BlockList<B extends Block> extends Block implements Iterable<B> {
  private final List<B> blocks = new ArrayList<>();

  /// These blocks.
  public BlockList(List<? extends B> blocks) {
    blocks.forEach(this::add);
  }

  /// As many blocks as `size` says, made by their place.
  public static <B extends Block> BlockList<B> of(int size, IntFunction<B> make) {
    BlockList<B> list = new BlockList<>(List.of());
    for (int i = 0; i < size; i++) {
      list.add(make.apply(i));
    }
    return list;
  }

  /// Appends a block.
  public BlockList<B> add(B block) {
    blocks.add(child(Integer.toString(blocks.size()), block));
    return this;
  }

  /// The block at a place.
  public B get(int index) {
    return blocks.get(index);
  }

  /// How many blocks there are.
  public int size() {
    return blocks.size();
  }

  @Override
  public Iterator<B> iterator() {
    return Collections.unmodifiableList(blocks).iterator();
  }
}
