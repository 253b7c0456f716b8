package org.hypergrad.spi;

import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;

/// The settings one call of an operation was made with: immutable data, so that a call prints,
/// compares and can be written down.
public final class Attributes {
  /// No setting given: every attribute has its default.
  public static final Attributes NONE = new Attributes(new Attribute<?>[0], new Object[0]);

  private final Attribute<?>[] keys;
  private final Object[] values;

  private Attributes(Attribute<?>[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  /// One setting.
  public static <T> Attributes of(Attribute<T> key, T value) {
    return new Attributes(new Attribute<?>[] {key}, new Object[] {value});
  }

  /// Two settings.
  public static <T, U> Attributes of(Attribute<T> key, T value, Attribute<U> key2, U value2) {
    return new Attributes(new Attribute<?>[] {key, key2}, new Object[] {value, value2});
  }

  /// These settings and one more, or with another value in its place.
  public <T> Attributes with(Attribute<T> key, T value) {
    int at = indexOf(key);
    int length = at < 0 ? keys.length + 1 : keys.length;
    Attribute<?>[] newKeys = Arrays.copyOf(keys, length);
    Object[] newValues = Arrays.copyOf(values, length);
    newKeys[at < 0 ? length - 1 : at] = key;
    newValues[at < 0 ? length - 1 : at] = value;
    return new Attributes(newKeys, newValues);
  }

  /// The value of a setting, or its default.
  ///
  /// @throws IllegalArgumentException if it was not given and is required
  @SuppressWarnings("unchecked") // of() and with() put a T under an Attribute<T>
  public <T> T get(Attribute<T> key) {
    int at = indexOf(key);
    return at < 0 ? defaultOf(key) : (T) values[at];
  }

  private static <T> T defaultOf(Attribute<T> key) {
    if (key.isRequired()) {
      throw new IllegalArgumentException(
          "The attribute '" + key.name() + "' has no default: it has to be given");
    }
    return key.defaultValue();
  }

  /// Whether a setting was given.
  public boolean has(Attribute<?> key) {
    return indexOf(key) >= 0;
  }

  private int indexOf(Attribute<?> key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }

  /// Whether no setting was given.
  public boolean isEmpty() {
    return keys.length == 0;
  }

  /// The settings that were given, in their order.
  public java.util.List<Attribute<?>> keys() {
    return java.util.List.of(keys);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Attributes attributes) || attributes.keys.length != keys.length) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      int at = attributes.indexOf(keys[i]);
      if (at < 0 || !Objects.equals(values[i], attributes.values[at])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < keys.length; i++) {
      hash += keys[i].hashCode() * 31 + Objects.hashCode(values[i]);
    }
    return hash;
  }

  /// `dim=0, keepdim=true`.
  @Override
  public String toString() {
    StringJoiner joiner = new StringJoiner(", ");
    for (int i = 0; i < keys.length; i++) {
      joiner.add(keys[i].name() + "=" + values[i]);
    }
    return joiner.toString();
  }
}
