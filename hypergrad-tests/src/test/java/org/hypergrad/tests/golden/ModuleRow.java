package org.hypergrad.tests.golden;

import java.util.function.Function;
import java.util.function.Supplier;
import org.hypergrad.Reduction;
import org.hypergrad.nn.Block;

/// One line of the table of modules: PyTorch's name, and what a Java program constructs instead.
///
/// @param name as in the golden vectors: `LayerNorm`
/// @param constructor makes the block from the arguments of PyTorch's constructor
record ModuleRow(String name, Function<Call, ? extends Block> constructor) {
  /// Any module.
  static ModuleRow module(String name, Function<Call, ? extends Block> constructor) {
    return new ModuleRow(name, constructor);
  }

  /// A module without settings.
  static ModuleRow plain(String name, Supplier<? extends Block> constructor) {
    return module(name, _ -> constructor.get());
  }

  /// A loss that has nothing but a reduction.
  static ModuleRow loss(String name, Function<Reduction, ? extends Block> constructor) {
    return module(name, c -> constructor.apply(reduction(c)));
  }

  /// The reduction that the keyword names.
  static Reduction reduction(Call c) {
    return Reduction.named(c.text(-1, "reduction", "mean"));
  }
}
