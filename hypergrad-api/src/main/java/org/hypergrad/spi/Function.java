package org.hypergrad.spi;

import java.util.List;
import org.hypergrad.Tensor;

/// The general form of an operation: any number of inputs and outputs, its own choice of what is
/// saved, all gradients at once (PyTorch: `torch.autograd.Function`,
/// `torch/csrc/autograd/custom_function.h`).
public abstract non-sealed class Function extends Operation {
  private final List<String> rules;
  private final int minInputs;
  private final int maxInputs;

  /// A function of exactly `inputs` tensors.
  ///
  /// @param rules a text per partial; empty if results never require a gradient
  protected Function(
      String name, String formula, List<String> rules, int inputs, Attribute<?>... attributes) {
    this(name, formula, rules, inputs, inputs, attributes);
  }

  /// A function of `minInputs` to `maxInputs` tensors.
  protected Function(
      String name,
      String formula,
      List<String> rules,
      int minInputs,
      int maxInputs,
      Attribute<?>... attributes) {
    super(name, formula, List.of(attributes));
    this.rules = List.copyOf(rules);
    this.minInputs = minInputs;
    this.maxInputs = maxInputs;
  }

  /// A function of one output, computed by tensor operations or kernels, with a [Partial] per
  /// input: a row with more than two inputs. An input that is null was left out.
  public static Function of(
      String name,
      String formula,
      Forward forward,
      List<Partial> partials,
      Attribute<?>... attributes) {
    return of(name, formula, List.of(), forward, partials, attributes);
  }

  /// [#of(String, String, Forward, List, Attribute...)] with a name per input.
  public static Function of(
      String name,
      String formula,
      List<String> inputNames,
      Forward forward,
      List<Partial> partials,
      Attribute<?>... attributes) {
    return new PartialsFunction(name, formula, inputNames, forward, partials, attributes);
  }

  /// Computes the only output of a function made of partials.
  @FunctionalInterface
  public interface Forward {
    /// The result for these inputs and settings.
    Tensor apply(Tensor[] inputs, Attributes attributes);
  }

  /// Computes the outputs, and tells `context` what to save. Runs without recording history.
  ///
  /// @param inputs what the caller gave; an optional one that was left out is null
  public abstract Tensor[] forward(FunctionContext context, Tensor[] inputs);

  /// Computes the gradients of the inputs from those of the outputs: an entry per input, null for
  /// "none".
  ///
  /// @param gradients one per output; those that nothing used are zeros, or null after
  ///   [FunctionContext#materializeGrads] was switched off
  public abstract Tensor[] backward(BackwardContext context, Tensor[] gradients);

  /// The names of the parameters, as `x`, `weight`, `bias`, which drawings show where each tensor
  /// goes in: override it. By default an only input is x, and several have no names.
  @Override
  public List<String> inputNames() {
    return maxInputs == 1 ? List.of("x") : List.of();
  }

  @Override
  public final List<String> rules() {
    return rules;
  }

  @Override
  public final boolean isDifferentiable() {
    return !rules.isEmpty();
  }

  @Override
  public final int minInputs() {
    return minInputs;
  }

  @Override
  public final int maxInputs() {
    return maxInputs;
  }

  @Override
  public final List<Tensor> apply(Attributes attributes, Tensor... inputs) {
    check(attributes, inputs);
    return Tensor.apply(this, attributes, inputs);
  }
}
