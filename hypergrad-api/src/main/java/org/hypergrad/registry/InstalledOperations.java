package org.hypergrad.registry;

import org.hypergrad.spi.Operation;
import org.hypergrad.spi.OperationProvider;

/// Where the operations are.
public final class InstalledOperations {
  /// By their names.
  public static final Registry<OperationProvider, Operation> REGISTRY =
      new Registry<>(
          "operation", OperationProvider.class, OperationProvider::operations, Operation::name);

  private InstalledOperations() {}
}
