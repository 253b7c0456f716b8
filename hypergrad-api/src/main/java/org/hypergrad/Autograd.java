package org.hypergrad;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.hypergrad.spi.Engine;

/// Gradients without `grad` fields, and of several roots (PyTorch: `torch.autograd`).
public final class Autograd {
  private static final Engine ENGINE =
      ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).findFirst().orElse(null);

  private Autograd() {}

  /// The engine that records and runs backward.
  ///
  /// @throws IllegalStateException if no module provides one
  static Engine engine() {
    if (ENGINE == null) {
      throw new IllegalStateException(
          "Gradients need an engine, and no module provides one. Add hypergrad-engine (module"
              + " org.hypergrad.engine) to the module path; on a plain class path, its jar.");
    }
    return ENGINE;
  }

  /// Adds the gradients of several roots to the leaves they came from.
  ///
  /// @param gradients one per root; null, or a null entry, for the implicit 1 of a single-element
  ///   root
  public static void backward(List<Tensor> roots, List<Tensor> gradients, GradOptions options) {
    engine().backward(roots, gradients == null ? none(roots) : gradients, options);
  }

  /// The gradients of a single-element `output` for `inputs`, without touching any `grad`.
  public static List<Tensor> grad(Tensor output, Tensor... inputs) {
    return grad(List.of(output), List.of(inputs), null, GradOptions.DEFAULT);
  }

  /// The gradient of a single-element `output` for `input`, done as `options` say; null if it was
  /// not used and may be.
  public static Tensor grad(Tensor output, Tensor input, GradOptions options) {
    return grad(List.of(output), List.of(input), null, options).getFirst();
  }

  /// The gradients of the sum over `outputs` of output · gradient, for `inputs`, without touching
  /// any `grad`.
  ///
  /// @param gradients one per output; null, or a null entry, for the implicit 1 of a single-element
  ///   output
  /// @return one per input; null entries for unused ones, if the options allow them
  public static List<Tensor> grad(
      List<Tensor> outputs, List<Tensor> inputs, List<Tensor> gradients, GradOptions options) {
    return engine().grad(outputs, inputs, gradients == null ? none(outputs) : gradients, options);
  }

  private static List<Tensor> none(List<Tensor> roots) {
    return Arrays.asList(new Tensor[roots.size()]);
  }
}
