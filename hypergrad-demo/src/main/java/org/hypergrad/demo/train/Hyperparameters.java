package org.hypergrad.demo.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Optimizers;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;

/// What is not learnt, but chosen.
///
/// @param hidden how many neurons each hidden layer has
/// @param activation the operation after each hidden layer
/// @param optimizer the name of the optimizer
/// @param options its options by name; those not here have its own defaults
/// @param schedule how the learning rate changes
/// @param epochs how often the network sees each sample
/// @param batch how many samples make a step
/// @param labelSmoothing how much of the target is spread over all classes: a network that need not
///   be certain keeps smaller weights, and is right more often on samples it never saw
/// @param patience after how many epochs without gain to end, 0 for never; the gain is measured on
///   a tenth of the training samples, which is set aside
/// @param seed where the random numbers begin
record Hyperparameters(
    List<Integer> hidden,
    String activation,
    String optimizer,
    Map<String, String> options,
    Schedule schedule,
    int epochs,
    int batch,
    double labelSmoothing,
    int patience,
    long seed) {
  /// The name of the patience among the settings of a checkpoint, if there is any.
  static final String PATIENCE = "patience";

  /// relu, AdamW with a weight decay of 0.1, a cosine, label smoothing of 0.1, no patience, seed 0.
  static Hyperparameters usual(List<Integer> hidden, double lr, int epochs, int batch) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("lr", Double.toString(lr));
    options.put("weight_decay", "0.1");
    return new Hyperparameters(
        hidden, "relu", "adamw", options, Schedule.COSINE, epochs, batch, 0.1, 0, 0);
  }

  /// The optimizer for these parameters.
  ///
  /// @throws IllegalArgumentException if an option is unknown, missing or out of range
  /// @throws java.util.NoSuchElementException if there is no such optimizer
  Optimizer optimizer(List<Tensor> parameters) {
    OptimizerProvider rule = Optimizers.named(optimizer);
    Attributes attributes = Attributes.NONE;
    for (Map.Entry<String, String> option : options.entrySet()) {
      attributes = with(attributes, named(option.getKey(), rule), option.getValue());
    }
    return Optimizers.create(optimizer, parameters, attributes);
  }

  private static Attribute<?> named(String name, OptimizerProvider rule) {
    return rule.options().stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                rule.name()
                    + " has no option '"
                    + name
                    + "', it has "
                    + rule.options().stream()
                        .map(Attribute::name)
                        .collect(Collectors.joining(", "))));
  }

  private static <T> Attributes with(Attributes others, Attribute<T> option, String value) {
    return others.with(option, option.parse(value));
  }

  /// What must be the same when a training goes on from a checkpoint.
  Map<String, String> toSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("optimizer", optimizer);
    options.forEach((name, value) -> settings.put("option " + name, value));
    settings.put("scheduler", schedule.toString());
    if (schedule.needsEpochs()) {
      settings.put("epochs", Integer.toString(epochs));
    }
    settings.put("batch", Integer.toString(batch));
    settings.put("label-smoothing", Double.toString(labelSmoothing));
    if (patience > 0) {
      settings.put(PATIENCE, Integer.toString(patience));
    }
    settings.put("seed", Long.toString(seed));
    return settings;
  }

  /// Two lines.
  @Override
  public String toString() {
    StringJoiner rule = new StringJoiner(" ").add(optimizer);
    options.forEach((name, value) -> rule.add(name + "=" + value));
    return String.format(
        "%s, scheduler %s%nbatches of %d, label smoothing %s, seed %d",
        rule, schedule, batch, labelSmoothing, seed);
  }
}
