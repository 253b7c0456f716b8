package org.hypergrad.tests.golden;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a Java program writes where a Python program calls PyTorch: all rows of the families'
/// tables by name.
///
/// To bring a new operation to the golden vectors, add a row to its family and take the name out of
/// `unsupported.txt`.
final class PyTorchCalls {
  private static final Map<String, Row> ROWS =
      Stream.of(
              ArithmeticCalls.TABLE,
              ElementaryCalls.TABLE,
              ComparisonCalls.TABLE,
              ReductionCalls.TABLE,
              MatrixCalls.TABLE,
              ShapeCalls.TABLE,
              IndexCalls.TABLE,
              CreationCalls.TABLE,
              ActivationCalls.TABLE,
              NetworkCalls.TABLE,
              LossCalls.TABLE)
          .flatMap(List::stream)
          .collect(Collectors.toMap(Row::name, Function.identity()));

  private PyTorchCalls() {}

  /// The row for a name, perhaps with a variant: `max__binary` is looked up first, then `max`.
  static Optional<Row> find(String name) {
    int variant = name.indexOf("__", 1);
    Row exact = ROWS.get(name);
    return exact != null || variant < 0 || name.startsWith("__")
        ? Optional.ofNullable(exact)
        : Optional.ofNullable(ROWS.get(name.substring(0, variant)));
  }

  /// The names of all rows.
  static Set<String> names() {
    return ROWS.keySet();
  }
}
