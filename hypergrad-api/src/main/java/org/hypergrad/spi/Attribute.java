package org.hypergrad.spi;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;

/// A named setting of an operation or an optimizer that is not a tensor, as `dim` or `lr`, with its
/// default.
///
/// @param name what it is called in print and in expressions: PyTorch's name
/// @param type the class of its values
/// @param defaultValue what holds where it is not given; may be null
/// @param isRequired whether it has to be given
public record Attribute<T>(String name, Class<T> type, T defaultValue, boolean isRequired) {
  /// A setting that need not be given.
  public Attribute(String name, Class<T> type, T defaultValue) {
    this(name, type, defaultValue, false);
  }

  /// A setting of this name and type that has to be given: a call without it fails.
  public Attribute<T> required() {
    return new Attribute<>(name, type, null, true);
  }

  /// A yes-or-no setting.
  public static Attribute<Boolean> flag(String name, boolean defaultValue) {
    return new Attribute<>(name, Boolean.class, defaultValue);
  }

  /// A whole number.
  public static Attribute<Integer> integer(String name, Integer defaultValue) {
    return new Attribute<>(name, Integer.class, defaultValue);
  }

  /// A number, whole or not.
  public static Attribute<Double> number(String name, Double defaultValue) {
    return new Attribute<>(name, Double.class, defaultValue);
  }

  /// A word out of a few.
  public static Attribute<String> text(String name, String defaultValue) {
    return new Attribute<>(name, String.class, defaultValue);
  }

  /// An element type.
  public static Attribute<DType> dtype(String name) {
    return new Attribute<>(name, DType.class, null);
  }

  /// Sizes.
  public static Attribute<Shape> shape(String name) {
    return new Attribute<>(name, Shape.class, null);
  }

  /// A list of whole numbers, as dimensions; null by default.
  @SuppressWarnings("unchecked")
  public static Attribute<List<Integer>> integers(String name) {
    return new Attribute<>(name, (Class<List<Integer>>) (Class<?>) List.class, null);
  }

  /// A list of numbers, as `betas`.
  @SuppressWarnings("unchecked")
  public static Attribute<List<Double>> numbers(String name, Double... defaultValue) {
    return new Attribute<>(
        name, (Class<List<Double>>) (Class<?>) List.class, List.of(defaultValue));
  }

  /// The same setting with another default.
  public Attribute<T> withDefault(T value) {
    return new Attribute<>(name, type, value);
  }

  /// The value that prints as `text`: `0.9`, `true`, `[0.9, 0.999]`. The items of a list are whole
  /// numbers unless those of the default are others, or one is written with a point.
  ///
  /// @throws IllegalArgumentException if it cannot be a value of this setting
  public T parse(String text) {
    try {
      return type.cast(
          switch (type.getSimpleName()) {
            case "Boolean" -> flag(text);
            case "Integer" -> Integer.valueOf(text);
            case "Double" -> Double.valueOf(text);
            case "String" -> text;
            case "DType" -> DType.named(text);
            case "List" -> items(text);
            default -> throw new IllegalArgumentException("a " + type + " cannot be written down");
          });
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no value for '" + name + "', a " + type.getSimpleName() + ".", e);
    }
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return Boolean.valueOf(text);
  }

  private List<?> items(String text) {
    String inside = text.replaceAll("^\\[|\\]$", "").strip();
    List<String> words = inside.isEmpty() ? List.of() : List.of(inside.split("\\s*,\\s*"));
    boolean ofNumbers =
        defaultValue instanceof List<?> list
            && list.stream().anyMatch(item -> item instanceof Double);
    return ofNumbers || !inside.matches("[-+\\d,\\s]*")
        ? words.stream().map(Double::valueOf).toList()
        : words.stream().map(Integer::valueOf).toList();
  }

  /// `name=default`, or the bare name where there is no default.
  @Override
  public String toString() {
    return defaultValue == null ? name : name + "=" + defaultValue;
  }

  /// Two attributes are the same only if they are one object.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
