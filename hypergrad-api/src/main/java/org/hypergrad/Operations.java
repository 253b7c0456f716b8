package org.hypergrad;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.OperationProvider;
import org.hypergrad.spi.UnaryOperation;

/// All operations present, by name: those of the modules the program started with, and those of
/// module layers installed since. Names are unique.
public final class Operations {
  private record Entry(Operation operation, Class<?> provider) {}

  private static final AtomicReference<Map<String, Entry>> ENTRIES =
      new AtomicReference<>(
          merged(
              Map.of(),
              ServiceLoader.load(OperationProvider.class, OperationProvider.class.getClassLoader())
                  .stream()
                  .map(ServiceLoader.Provider::get)
                  .toList()));

  private Operations() {}

  /// The operation with this name.
  ///
  /// @throws NoSuchElementException if nobody provides it; the message names the nearest names
  public static Operation named(String name) {
    Entry entry = ENTRIES.get().get(name);
    if (entry == null) {
      throw new NoSuchElementException(
          "No module provides an operation '"
              + name
              + "'."
              + didYouMean(name)
              + " To add it, put a module that provides "
              + OperationProvider.class.getName()
              + " on the module path.");
    }
    return entry.operation;
  }

  /// Whether an operation with this name is present.
  public static boolean has(String name) {
    return ENTRIES.get().containsKey(name);
  }

  /// All operations, in the order of their names.
  public static List<Operation> all() {
    return ENTRIES.get().values().stream().map(Entry::operation).toList();
  }

  /// The name of the module that provides an operation; for code on the class path, of the
  /// provider's class.
  public static String moduleOf(Operation operation) {
    Entry entry = ENTRIES.get().get(operation.name());
    if (entry == null || entry.operation != operation) {
      throw new NoSuchElementException("The operation '" + operation.name() + "' is not installed");
    }
    return origin(entry.provider);
  }

  /// Adds the operations of the modules of a layer, but not of its parents. All or none are added.
  ///
  /// @return the operations added
  /// @throws IllegalArgumentException if a name is taken; the message names both modules
  public static synchronized List<Operation> install(ModuleLayer layer) {
    List<OperationProvider> providers =
        ServiceLoader.load(layer, OperationProvider.class).stream()
            .filter(provider -> provider.type().getModule().getLayer() == layer)
            .map(ServiceLoader.Provider::get)
            .toList();
    Map<String, Entry> before = ENTRIES.get();
    Map<String, Entry> after = merged(before, providers);
    ENTRIES.set(after);
    return after.values().stream()
        .map(Entry::operation)
        .filter(operation -> !before.containsKey(operation.name()))
        .toList();
  }

  private static Map<String, Entry> merged(
      Map<String, Entry> entries, Collection<OperationProvider> providers) {
    Map<String, Entry> result = new TreeMap<>(entries);
    for (OperationProvider provider : providers) {
      for (Operation operation : provider.operations()) {
        Entry earlier =
            result.putIfAbsent(operation.name(), new Entry(operation, provider.getClass()));
        if (earlier != null) {
          throw new IllegalArgumentException(
              "The operation '"
                  + operation.name()
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

  private static String didYouMean(String name) {
    List<String> nearest =
        ENTRIES.get().keySet().stream()
            .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
            .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
            .limit(3)
            .toList();
    return nearest.isEmpty() ? "" : " Did you mean " + String.join(", ", nearest) + "?";
  }

  /// How many insertions, deletions, replacements and swaps of neighbours lead from one word to the
  /// other.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  /// The unary operation of the core vocabulary with this name, or a stand-in that says who could
  /// provide it.
  static UnaryOperation unary(String name) {
    return core(name) instanceof UnaryOperation operation
        ? operation
        : new UnaryOperation(name, "not provided", null) {
          @Override
          public Tensor forward(Tensor x, Attributes attributes) {
            throw missing(name);
          }
        };
  }

  /// The binary operation of the core vocabulary with this name, or a stand-in.
  static BinaryOperation binary(String name) {
    return core(name) instanceof BinaryOperation operation
        ? operation
        : new BinaryOperation(name, "not provided", null, null) {
          @Override
          public Tensor forward(Tensor a, Tensor b, Attributes attributes) {
            throw missing(name);
          }
        };
  }

  /// The function of the core vocabulary with this name, or a stand-in.
  static Function function(String name) {
    return core(name) instanceof Function operation
        ? operation
        : new Function(name, "not provided", List.of(), 0, Integer.MAX_VALUE) {
          @Override
          public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
            throw missing(name);
          }

          @Override
          public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
            throw missing(name);
          }
        };
  }

  private static Operation core(String name) {
    Entry entry = ENTRIES.get().get(name);
    return entry == null ? null : entry.operation;
  }

  private static NoSuchElementException missing(String name) {
    return new NoSuchElementException(
        "No module provides the operation '"
            + name
            + "', which belongs to the core vocabulary. Add hypergrad-ops-basic (module"
            + " org.hypergrad.ops.basic), or another module that provides "
            + OperationProvider.class.getName()
            + ".");
  }
}
