package org.hypergrad;

import static org.hypergrad.registry.InstalledOperations.REGISTRY;

import java.util.List;
import java.util.NoSuchElementException;
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
  private Operations() {}

  /// The operation with this name.
  ///
  /// @throws NoSuchElementException if nobody provides it; the message names the nearest names
  public static Operation named(String name) {
    return REGISTRY.named(name);
  }

  /// Whether an operation with this name is present.
  public static boolean has(String name) {
    return REGISTRY.find(name) != null;
  }

  /// All operations, in the order of their names.
  public static List<Operation> all() {
    return REGISTRY.all();
  }

  /// The name of the module that provides an operation; for code on the class path, of the
  /// provider's class.
  ///
  /// @throws NoSuchElementException if it is not installed
  public static String moduleOf(Operation operation) {
    return REGISTRY.moduleOf(operation);
  }

  /// Adds the operations of the modules of a layer, but not of its parents. All or none are added.
  ///
  /// @return the operations added
  /// @throws IllegalArgumentException if a name is taken; the message names both modules
  public static List<Operation> install(ModuleLayer layer) {
    return REGISTRY.install(layer);
  }

  /// The unary operation of the core vocabulary with this name, or a stand-in that says who could
  /// provide it.
  static UnaryOperation unary(String name) {
    return REGISTRY.find(name) instanceof UnaryOperation operation
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
    return REGISTRY.find(name) instanceof BinaryOperation operation
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
    return REGISTRY.find(name) instanceof Function operation
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
