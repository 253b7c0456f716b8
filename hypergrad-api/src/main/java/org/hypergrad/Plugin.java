package org.hypergrad;

import java.util.List;
import java.util.function.Supplier;
import org.hypergrad.registry.InstalledOperations;
import org.hypergrad.registry.InstalledOptimizers;
import org.hypergrad.registry.Registry;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.OptimizerProvider;

/// What a module layer brought to a program that was running already.
///
/// @param operations those that are there now by its modules
/// @param optimizers those that are there now by its modules
public record Plugin(List<Operation> operations, List<OptimizerProvider> optimizers) {
  /// Adds all that the modules of a layer provide, but not its parents' modules: everything, or
  /// nothing. Kernels are not among it; they are chosen once, when the program starts.
  ///
  /// @throws IllegalArgumentException if a name is taken; the message names both modules
  public static Plugin install(ModuleLayer layer) {
    return Registry.exclusively(() -> {
      Supplier<List<Operation>> operations = InstalledOperations.REGISTRY.prepare(layer);
      Supplier<List<OptimizerProvider>> optimizers = InstalledOptimizers.REGISTRY.prepare(layer);
      return new Plugin(operations.get(), optimizers.get());
    });
  }
}
