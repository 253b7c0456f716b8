package org.hypergrad.nn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/// What an epoch came to.
///
/// @param epoch its number, from 1
/// @param values by name and in order: `loss`, the metrics, the same of the validation data as
///   `val_loss` and so on, and the learning rate `lr`
public record EpochRecord(int epoch, Map<String, Double> values) {
  /// The values are copied.
  public EpochRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// One of the values.
  ///
  /// @throws NoSuchElementException if there is none with this name; the message lists those that
  ///   are
  public double value(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new NoSuchElementException(
          "The history has no '" + name + "'. It has " + values.keySet() + ".");
    }
    return value;
  }
}
