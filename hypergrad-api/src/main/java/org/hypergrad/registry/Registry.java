package org.hypergrad.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// What modules bring under unique names: an immutable map, swapped as a whole when a layer is
/// installed, so that readers need no lock and misses are not remembered.
///
/// @param <S> the service by which modules bring it
/// @param <T> what is brought
public final class Registry<S, T> {
  private record Entry<T>(T item, Class<?> provider) {}

  private final String kind;
  private final Class<S> service;
  private final Function<S, ? extends Collection<? extends T>> items;
  private final Function<T, String> name;
  private volatile Map<String, Entry<T>> entries;

  /// A registry with what the modules provide that the program started with.
  ///
  /// @param kind what messages call an item: `operation`
  /// @param service the service to load
  /// @param items what a provider of the service brings; asked once
  /// @param name the name of an item
  public Registry(
      String kind,
      Class<S> service,
      Function<S, ? extends Collection<? extends T>> items,
      Function<T, String> name) {
    this.kind = kind;
    this.service = service;
    this.items = items;
    this.name = name;
    this.entries =
        merged(
            Map.of(),
            ServiceLoader.load(service, service.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
  }

  /// The item with this name.
  ///
  /// @throws NoSuchElementException if nobody provides it; the message names the nearest names
  public T named(String wanted) {
    T found = find(wanted);
    if (found == null) {
      throw new NoSuchElementException(
          "No module provides an "
              + kind
              + " '"
              + wanted
              + "'."
              + Suggestions.didYouMean(wanted, entries.keySet())
              + " To add it, put a module that provides "
              + service.getName()
              + " on the module path.");
    }
    return found;
  }

  /// The item with this name, or null.
  public T find(String wanted) {
    Entry<T> entry = entries.get(wanted);
    return entry == null ? null : entry.item;
  }

  /// All items, in the order of their names.
  public List<T> all() {
    return entries.values().stream().map(Entry::item).toList();
  }

  /// The name of the module that brought an item; for code on the class path, of the provider's
  /// class.
  public String moduleOf(T item) {
    Entry<T> entry = entries.get(name.apply(item));
    if (entry == null || entry.item != item) {
      throw new NoSuchElementException(
          "The " + kind + " '" + name.apply(item) + "' is not installed");
    }
    return origin(entry.provider);
  }

  /// Adds what the modules of a layer provide, but not its parents' modules. All or none is added.
  ///
  /// @return what was added
  /// @throws IllegalArgumentException if a name is taken; the message names both modules
  public List<T> install(ModuleLayer layer) {
    return exclusively(() -> prepare(layer).get());
  }

  /// Runs what prepares and adds, with nobody else doing so in any registry.
  public static <R> R exclusively(Supplier<R> installation) {
    synchronized (Registry.class) {
      return installation.get();
    }
  }

  /// Does all of [#install] that can fail; the rest is done by what this returns.
  public Supplier<List<T>> prepare(ModuleLayer layer) {
    // ServiceLoader.load(layer, ...) gives the providers of its parents too
    List<S> providers =
        ServiceLoader.load(layer, service).stream()
            .filter(provider -> provider.type().getModule().getLayer() == layer)
            .map(ServiceLoader.Provider::get)
            .toList();
    Map<String, Entry<T>> before = entries;
    Map<String, Entry<T>> after = merged(before, providers);
    return () -> {
      entries = after;
      return after.entrySet().stream()
          .filter(entry -> !before.containsKey(entry.getKey()))
          .map(entry -> entry.getValue().item)
          .toList();
    };
  }

  private Map<String, Entry<T>> merged(Map<String, Entry<T>> before, Collection<S> providers) {
    Map<String, Entry<T>> result = new TreeMap<>(before);
    for (S provider : providers) {
      for (T item : items.apply(provider)) {
        Entry<T> earlier =
            result.putIfAbsent(name.apply(item), new Entry<>(item, provider.getClass()));
        if (earlier != null) {
          throw new IllegalArgumentException(
              "The "
                  + kind
                  + " '"
                  + name.apply(item)
                  + "' is provided by "
                  + origin(earlier.provider)
                  + " and again by "
                  + origin(provider.getClass())
                  + ": names are unique, so rename one of them");
        }
      }
    }
    return result;
  }

  private static String origin(Class<?> provider) {
    Module module = provider.getModule();
    return module.isNamed() ? module.getName() : provider.getName();
  }
}
