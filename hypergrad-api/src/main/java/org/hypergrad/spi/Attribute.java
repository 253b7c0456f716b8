package org.hypergrad.spi;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;

/// A named setting of an operation that is not a tensor, as `dim` or `keepdim`, with its default.
///
/// @param name what it is called in print and in expressions: PyTorch's name
/// @param type the class of its values
/// @param defaultValue what holds where it is not given; may be null
public record Attribute<T>(String name, Class<T> type, T defaultValue) {
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
