package org.hypergrad.optim;

import static org.hypergrad.registry.InstalledOptimizers.REGISTRY;

import java.util.List;
import java.util.NoSuchElementException;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;

/// All optimizers present, by name: those of the modules the program started with, and those of
/// module layers installed since. Names are unique.
public final class Optimizers {
  private Optimizers() {}

  /// A new optimizer of that name for these parameters.
  ///
  /// @throws NoSuchElementException if nobody provides it; the message names the nearest names
  /// @throws IllegalArgumentException if an option is unknown, missing or out of range
  public static Optimizer create(String name, List<Tensor> parameters, Attributes options) {
    return named(name).create(List.of(ParameterGroup.of(parameters)), options);
  }

  /// What makes optimizers of that name.
  ///
  /// @throws NoSuchElementException if nobody provides it; the message names the nearest names
  public static OptimizerProvider named(String name) {
    return REGISTRY.named(name);
  }

  /// Whether an optimizer of that name is present.
  public static boolean has(String name) {
    return REGISTRY.find(name) != null;
  }

  /// All of them, in the order of their names.
  public static List<OptimizerProvider> all() {
    return REGISTRY.all();
  }

  /// The name of the module that provides an optimizer; for code on the class path, of the
  /// provider's class.
  ///
  /// @throws NoSuchElementException if it is not installed
  public static String moduleOf(OptimizerProvider optimizer) {
    return REGISTRY.moduleOf(optimizer);
  }

  /// Adds the optimizers of the modules of a layer, but not of its parents. All or none are added.
  ///
  /// @return the optimizers added
  /// @throws IllegalArgumentException if a name is taken; the message names both modules
  public static List<OptimizerProvider> install(ModuleLayer layer) {
    return REGISTRY.install(layer);
  }
}
