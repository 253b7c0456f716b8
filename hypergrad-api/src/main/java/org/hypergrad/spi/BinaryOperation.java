package org.hypergrad.spi;

import java.util.List;
import java.util.function.BinaryOperator;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;

/// An operation with two inputs a and b and one output y.
public abstract non-sealed class BinaryOperation extends Operation {
  private final Partial partialA;
  private final Partial partialB;

  /// An operation whose [#forward] the subclass computes through kernels.
  ///
  /// @param partialA its derivative for a, or null (with that for b) if results never require a
  ///   gradient
  /// @param partialB its derivative for b
  protected BinaryOperation(
      String name, String formula, Partial partialA, Partial partialB, Attribute<?>... attributes) {
    super(name, formula, List.of(attributes));
    this.partialA = partialA;
    this.partialB = partialB;
  }

  /// An operation computed by tensor operations, which leave no history of their own.
  public static BinaryOperation of(
      String name,
      String formula,
      BinaryOperator<Tensor> forward,
      Partial partialA,
      Partial partialB,
      Attribute<?>... attributes) {
    return of(name, formula, (a, b, _) -> forward.apply(a, b), partialA, partialB, attributes);
  }

  /// An operation computed by tensor operations, with settings.
  public static BinaryOperation of(
      String name,
      String formula,
      Forward forward,
      Partial partialA,
      Partial partialB,
      Attribute<?>... attributes) {
    return new BinaryOperation(name, formula, partialA, partialB, attributes) {
      @Override
      public Tensor forward(Tensor a, Tensor b, Attributes given) {
        return (a.requiresGrad() || b.requiresGrad()) && GradMode.enabled()
            ? GradMode.off(() -> forward.apply(a, b, given))
            : forward.apply(a, b, given);
      }
    };
  }

  /// Computes y from a and b.
  @FunctionalInterface
  public interface Forward {
    /// The result for a and b with these settings.
    Tensor apply(Tensor a, Tensor b, Attributes attributes);
  }

  /// Computes the result. Called by the library; users call [Tensor#apply].
  public abstract Tensor forward(Tensor a, Tensor b, Attributes attributes);

  /// Writes the result over `a`, if this operation can do so without a tensor in between; if not,
  /// changes nothing. The library then copies what [#forward] gives.
  ///
  /// @return whether it did
  public boolean forwardInPlace(Tensor a, Tensor b, Attributes attributes) {
    return false;
  }

  /// The derivative for a; null if results never require a gradient.
  public final Partial partialA() {
    return partialA;
  }

  /// The derivative for b; null if results never require a gradient.
  public final Partial partialB() {
    return partialB;
  }

  @Override
  public final boolean isDifferentiable() {
    return partialA != null;
  }

  /// a and b
  @Override
  public final List<String> inputNames() {
    return List.of("a", "b");
  }

  @Override
  public final List<String> rules() {
    return partialA == null ? List.of() : List.of(partialA.text(), partialB.text());
  }

  @Override
  public final int minInputs() {
    return 2;
  }

  @Override
  public final int maxInputs() {
    return 2;
  }

  @Override
  public final List<Tensor> apply(Attributes attributes, Tensor... inputs) {
    check(attributes, inputs);
    return List.of(inputs[0].apply(this, inputs[1], attributes));
  }
}
