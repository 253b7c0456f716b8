package org.hypergrad.nn;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// What a block has of one family (parameters, buffers or blocks) by name, in the order of
/// registration. A null value reserves a name for something that is absent.
final class Registered<T> {
  private final String family;
  private final Map<String, T> entries = new LinkedHashMap<>();

  Registered(String family) {
    this.family = family;
  }

  /// Adds an entry, if neither this family nor the `others` have the name.
  void put(String name, T value, Registered<?>... others) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(family + " name can't be empty string \"\"");
    }
    if (name.contains(".")) {
      throw new IllegalArgumentException(
          family + " name can't contain \".\", which joins names to paths, got: " + name);
    }
    boolean taken = entries.containsKey(name);
    for (Registered<?> other : others) {
      taken |= other.entries.containsKey(name);
    }
    if (taken) {
      throw new IllegalArgumentException(
          "attribute '" + name + "' already exists: the names within a block are unique");
    }
    entries.put(name, value);
  }

  /// Calls `action` for everything that is not absent.
  void forEach(BiConsumer<String, T> action) {
    present().forEach(action);
  }

  /// Everything that is not absent.
  Map<String, T> present() {
    Map<String, T> present = new LinkedHashMap<>(entries);
    present.values().removeIf(value -> value == null);
    return Collections.unmodifiableMap(present);
  }

  static <E> Set<E> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
