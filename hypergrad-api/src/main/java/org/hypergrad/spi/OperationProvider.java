package org.hypergrad.spi;

import java.util.Collection;

/// The service by which a module brings operations: one class, one `provides` line.
public interface OperationProvider {
  /// The operations of this module; asked once.
  Collection<? extends Operation> operations();
}
