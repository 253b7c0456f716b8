package org.hypergrad.optim;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hypergrad.Tensor;
import org.hypergrad.registry.Suggestions;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;

/// Parameters that are trained with the same options, as a learning rate of their own (PyTorch: an
/// entry of `param_groups`). An option is known by its name: `get(Options.LR)` reads the learning
/// rate of any optimizer.
public final class ParameterGroup {
  private final List<Tensor> parameters;
  private final Map<String, Attribute<?>> options = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private ParameterGroup(List<Tensor> parameters, Collection<Attribute<?>> options) {
    this.parameters = List.copyOf(parameters);
    options.forEach(option -> this.options.put(option.name(), option));
  }

  /// Parameters that have the options of the optimizer they will be given to.
  public static ParameterGroup of(List<Tensor> parameters) {
    return of(parameters, Attributes.NONE);
  }

  /// Parameters with options of their own. The optimizer makes a copy, in which all its other
  /// options are filled in: see [Optimizer#groups].
  public static ParameterGroup of(List<Tensor> parameters, Attributes options) {
    ParameterGroup group = new ParameterGroup(parameters, options.keys());
    options.keys().forEach(option -> group.values.put(option.name(), options.get(option)));
    return group;
  }

  /// The group as an optimizer needs it: with all of `known` and [Options#INITIAL_LR], each with
  /// the value it has here, or else in `defaults`, or else by default.
  ///
  /// @throws IllegalArgumentException if an option given here or there is not known, has a value of
  ///   another type, or if there is no value
  ParameterGroup complete(Collection<Attribute<?>> known, Attributes defaults) {
    ParameterGroup result = new ParameterGroup(parameters, known);
    result.options.put(Options.INITIAL_LR.name(), Options.INITIAL_LR);
    known.forEach(option -> result.values.put(option.name(), option.defaultValue()));
    of(parameters, defaults).values.forEach(result::put);
    values.forEach(result::put);
    for (Attribute<?> option : known) {
      if (option.isRequired() && result.values.get(option.name()) == null) {
        throw new IllegalArgumentException(
            "parameter group didn't specify a value of required optimization parameter "
                + option.name());
      }
    }
    return result;
  }

  private void put(String name, Object value) {
    Class<?> type = option(name).type();
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "The option '" + name + "' is a " + type.getSimpleName() + ", not " + value);
    }
    values.put(name, value);
  }

  /// The option of this name.
  ///
  /// @throws IllegalArgumentException if there is none
  Attribute<?> option(String name) {
    Attribute<?> option = options.get(name);
    if (option == null) {
      throw new IllegalArgumentException(unknown(name));
    }
    return option;
  }

  private String unknown(String name) {
    return "There is no option '"
        + name
        + "'."
        + Suggestions.didYouMean(name, options.keySet())
        + " The options are "
        + String.join(", ", options.keySet())
        + ".";
  }

  /// The parameters, in their order.
  public List<Tensor> parameters() {
    return parameters;
  }

  /// The options, in the order of the optimizer.
  public List<Attribute<?>> options() {
    return List.copyOf(options.values());
  }

  /// Whether there is an option of this name.
  public boolean has(Attribute<?> option) {
    return options.containsKey(option.name());
  }

  /// The value of an option.
  ///
  /// @throws NoSuchElementException if there is no option of this name
  public <T> T get(Attribute<T> option) {
    if (!has(option)) {
      throw new NoSuchElementException(unknown(option.name()));
    }
    return option.type().cast(values.get(option.name()));
  }

  /// Changes an option from the next step on. As in PyTorch the range is not looked at: a schedule
  /// may touch, by rounding, what would be refused at the start.
  ///
  /// @throws IllegalArgumentException if there is no option of this name, or the value has another
  ///   type
  public <T> void set(Attribute<T> option, T value) {
    put(option.name(), value);
  }

  /// Takes over the values of another group of the same optimizer.
  void setAll(ParameterGroup other) {
    values.clear();
    values.putAll(other.values);
  }

  /// `4 parameters, lr=0.1, momentum=0.9`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(parameters.size()).append(" parameters");
    values.forEach((name, value) -> text.append(", ").append(name).append('=').append(value));
    return text.toString();
  }
}
