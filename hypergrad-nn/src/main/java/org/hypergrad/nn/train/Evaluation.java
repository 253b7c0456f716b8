package org.hypergrad.nn.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/// How good a network is on some data.
///
/// @param samples how many samples there were
/// @param metrics the loss, then the metrics of the trainer
public record Evaluation(int samples, List<Metric> metrics) {
  /// The list is copied.
  public Evaluation {
    metrics = List.copyOf(metrics);
  }

  /// The numbers by name, the loss first.
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    metrics.forEach(metric -> values.put(metric.name(), metric.value()));
    return values;
  }

  /// One of the numbers.
  ///
  /// @throws NoSuchElementException if there is none with this name; the message lists those that
  ///   are
  public double value(String name) {
    Double value = values().get(name);
    if (value == null) {
      throw new NoSuchElementException(
          "There is no metric '" + name + "'. There are " + values().keySet() + ".");
    }
    return value;
  }

  /// The metric of this class, as a [ConfusionMatrix], which is more than its number.
  ///
  /// @throws NoSuchElementException if the trainer has none
  public <M extends Metric> M metric(Class<M> type) {
    return metrics.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() ->
            new NoSuchElementException(
                "The trainer has no " + type.getSimpleName() + ". Give it to metric(...)."));
  }

  /// `loss 0.1234, accuracy 0.9750`
  @Override
  public String toString() {
    return metrics.stream()
        .map(metric -> String.format(Locale.ROOT, "%s %.4f", metric.name(), metric.value()))
        .collect(Collectors.joining(", "));
  }
}
