package org.hypergrad;

/// Removes a hook again (PyTorch: `torch/utils/hooks.py`, `RemovableHandle`).
@FunctionalInterface
public interface HookHandle extends AutoCloseable {
  /// Removes the hook; a second call does nothing.
  void remove();

  /// The same as [#remove], so that a hook can live in a `try` block.
  @Override
  default void close() {
    remove();
  }
}
