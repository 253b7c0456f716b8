package org.hypergrad.tests.golden;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a Java program constructs where a Python program constructs a module of `torch.nn`: all
/// rows of the families' tables by name.
///
/// To bring a new block to the golden vectors, add a row to its family and take the name out of
/// `unsupported.txt`.
final class PyTorchModules {
  private static final Map<String, ModuleRow> ROWS =
      Stream.of(LayerModules.TABLE, ActivationModules.TABLE, LossModules.TABLE)
          .flatMap(List::stream)
          .collect(Collectors.toMap(row -> "nn." + row.name(), Function.identity()));

  private PyTorchModules() {}

  /// The row for a name, as `nn.LayerNorm`.
  static Optional<ModuleRow> find(String name) {
    return Optional.ofNullable(ROWS.get(name));
  }

  /// The names of all rows.
  static Set<String> names() {
    return ROWS.keySet();
  }
}
