package org.hypergrad.spi;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;

/// An operation with one input x and one output y.
///
/// The quickest way to a new one needs nothing but tensor operations:
///
/// ```java
/// static final UnaryOperation SWISH = UnaryOperation.of("swish", "x * sigmoid(x)", x -> x.mul(x.sigmoid()),
///     usesX("g * (s + x * s * (1 - s)), s = sigmoid(x)", (g, x) -> ...));
/// ```
public abstract non-sealed class UnaryOperation extends Operation {
  private final Partial partial;

  /// An operation whose [#forward] the subclass computes through kernels.
  ///
  /// @param partial its derivative, or null if results never require a gradient
  protected UnaryOperation(
      String name, String formula, Partial partial, Attribute<?>... attributes) {
    super(name, formula, List.of(attributes));
    this.partial = partial;
  }

  /// An operation computed by tensor operations, which leave no history of their own.
  public static UnaryOperation of(
      String name,
      String formula,
      UnaryOperator<Tensor> forward,
      Partial partial,
      Attribute<?>... attributes) {
    return of(name, formula, (x, _) -> forward.apply(x), partial, attributes);
  }

  /// An operation computed by tensor operations, with settings.
  public static UnaryOperation of(
      String name, String formula, Forward forward, Partial partial, Attribute<?>... attributes) {
    return new UnaryOperation(name, formula, partial, attributes) {
      @Override
      public Tensor forward(Tensor x, Attributes given) {
        return x.requiresGrad() && GradMode.enabled()
            ? GradMode.off(() -> forward.apply(x, given))
            : forward.apply(x, given);
      }
    };
  }

  /// Computes y from x.
  @FunctionalInterface
  public interface Forward {
    /// The result for x with these settings.
    Tensor apply(Tensor x, Attributes attributes);
  }

  /// Computes the result. Called by the library; users call [Tensor#apply].
  public abstract Tensor forward(Tensor x, Attributes attributes);

  /// The derivative; null if results never require a gradient.
  public final Partial partial() {
    return partial;
  }

  @Override
  public final boolean isDifferentiable() {
    return partial != null;
  }

  /// x
  @Override
  public final List<String> inputNames() {
    return List.of("x");
  }

  @Override
  public final List<String> rules() {
    return partial == null ? List.of() : List.of(partial.text());
  }

  @Override
  public final int minInputs() {
    return 1;
  }

  @Override
  public final int maxInputs() {
    return 1;
  }

  @Override
  public final List<Tensor> apply(Attributes attributes, Tensor... inputs) {
    check(attributes, inputs);
    return List.of(inputs[0].apply(this, attributes));
  }
}
