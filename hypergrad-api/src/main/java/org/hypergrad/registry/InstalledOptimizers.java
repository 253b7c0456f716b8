package org.hypergrad.registry;

import java.util.List;
import org.hypergrad.spi.OptimizerProvider;

/// Where the optimizers are.
public final class InstalledOptimizers {
  /// By their names.
  public static final Registry<OptimizerProvider, OptimizerProvider> REGISTRY =
      new Registry<>("optimizer", OptimizerProvider.class, List::of, OptimizerProvider::name);

  private InstalledOptimizers() {}
}
