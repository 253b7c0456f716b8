package org.hypergrad.nn;

import java.util.List;
import org.hypergrad.Tensor;

/// Watches a block being applied (PyTorch: the hooks of `register_forward_pre_hook` and
/// `register_forward_hook`, which may also replace what they see; these only look).
@FunctionalInterface
public interface ForwardHook {
  /// Called with the inputs before the block computes; does nothing unless overridden.
  default void before(Block block, List<Tensor> inputs) {}

  /// Called with the inputs and the output after the block has computed.
  void after(Block block, List<Tensor> inputs, Tensor output);
}
