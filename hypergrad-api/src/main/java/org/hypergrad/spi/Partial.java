package org.hypergrad.spi;

import java.util.function.UnaryOperator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// The partial derivative of an operation for one input: the gradient that goes to the input,
/// computed from the gradient `g` of the output (PyTorch: one line of
/// `tools/autograd/derivatives.yaml`).
///
/// The rule is written in tensor operations, so it is itself differentiable, to any order. Which
/// factory is called says what is saved for it: `usesB("g * b", (g, b) -> g.mul(b))` saves input b
/// and nothing else. A rule may return a gradient in the broadcast shape and in the promoted type;
/// the engine reduces and converts it.
public final class Partial {
  /// Computes the gradient of the input from `g` and what was saved.
  @FunctionalInterface
  public interface Rule {
    /// The gradient of the input, or null for "none".
    Tensor apply(Tensor g, Saved saved);
  }

  /// A rule over `g` and one thing more.
  @FunctionalInterface
  public interface Rule1<S> {
    /// The gradient of the input.
    Tensor apply(Tensor g, S s);
  }

  /// A rule over `g` and two things more.
  @FunctionalInterface
  public interface Rule2<S, T> {
    /// The gradient of the input.
    Tensor apply(Tensor g, S s, T t);
  }

  /// A rule over `g` and three things more.
  @FunctionalInterface
  public interface Rule3<S, T, U> {
    /// The gradient of the input.
    Tensor apply(Tensor g, S s, T t, U u);
  }

  private static final int OUTPUT = 1 << 31;

  private final String text;
  private final int uses;
  private final Rule rule;

  private Partial(String text, int uses, Rule rule) {
    this.text = text;
    this.uses = uses;
    this.rule = rule;
  }

  /// For an input that never has a gradient: an index, a mask, a condition.
  public static Partial none() {
    return new Partial("none", 0, null);
  }

  /// Needs nothing but `g`.
  public static Partial usesNothing(String text, UnaryOperator<Tensor> rule) {
    return new Partial(text, 0, (g, _) -> rule.apply(g));
  }

  /// Needs the settings of the call.
  public static Partial usesAttributes(String text, Rule1<Attributes> rule) {
    return new Partial(text, 0, (g, s) -> rule.apply(g, s.attributes()));
  }

  /// Needs the shape of the (first) input.
  public static Partial usesShape(String text, Rule1<Shape> rule) {
    return new Partial(text, 0, (g, s) -> rule.apply(g, s.shape(0)));
  }

  /// Needs the shape of the (first) input, and the settings.
  public static Partial usesShape(String text, Rule2<Shape, Attributes> rule) {
    return new Partial(text, 0, (g, s) -> rule.apply(g, s.shape(0), s.attributes()));
  }

  /// Saves the only input, x.
  public static Partial usesX(String text, Rule1<Tensor> rule) {
    return usesA(text, rule);
  }

  /// Saves the only input, x; needs the settings.
  public static Partial usesX(String text, Rule2<Tensor, Attributes> rule) {
    return new Partial(text, 1, (g, s) -> rule.apply(g, s.input(0), s.attributes()));
  }

  /// Saves the output, y.
  public static Partial usesY(String text, Rule1<Tensor> rule) {
    return new Partial(text, OUTPUT, (g, s) -> rule.apply(g, s.output()));
  }

  /// Saves the output, y; needs the settings.
  public static Partial usesY(String text, Rule2<Tensor, Attributes> rule) {
    return new Partial(text, OUTPUT, (g, s) -> rule.apply(g, s.output(), s.attributes()));
  }

  /// Saves the only input and the output.
  public static Partial usesXY(String text, Rule2<Tensor, Tensor> rule) {
    return new Partial(text, 1 | OUTPUT, (g, s) -> rule.apply(g, s.input(0), s.output()));
  }

  /// Saves the only input and the output; needs the settings.
  public static Partial usesXY(String text, Rule3<Tensor, Tensor, Attributes> rule) {
    return new Partial(
        text, 1 | OUTPUT, (g, s) -> rule.apply(g, s.input(0), s.output(), s.attributes()));
  }

  /// Saves the first input, a.
  public static Partial usesA(String text, Rule1<Tensor> rule) {
    return new Partial(text, 1, (g, s) -> rule.apply(g, s.input(0)));
  }

  /// Saves the second input, b.
  public static Partial usesB(String text, Rule1<Tensor> rule) {
    return new Partial(text, 2, (g, s) -> rule.apply(g, s.input(1)));
  }

  /// Saves both inputs.
  public static Partial usesAB(String text, Rule2<Tensor, Tensor> rule) {
    return new Partial(text, 3, (g, s) -> rule.apply(g, s.input(0), s.input(1)));
  }

  /// Saves the first input and the output.
  public static Partial usesAY(String text, Rule2<Tensor, Tensor> rule) {
    return usesXY(text, rule);
  }

  /// Saves the second input and the output.
  public static Partial usesBY(String text, Rule2<Tensor, Tensor> rule) {
    return new Partial(text, 2 | OUTPUT, (g, s) -> rule.apply(g, s.input(1), s.output()));
  }

  /// Saves the inputs whose numbers are listed, for a rule over [Saved] in its general form.
  public static Partial usesInputs(String text, Rule rule, int... inputs) {
    int uses = 0;
    for (int input : inputs) {
      uses |= 1 << input;
    }
    return new Partial(text, uses, rule);
  }

  /// This partial, with the output saved too.
  public Partial andOutput() {
    return new Partial(text, uses | OUTPUT, rule);
  }

  /// The rule as a formula, as `g * cos(x)`: drawings and traces speak with it.
  public String text() {
    return text;
  }

  /// Whether the rule reads input `index`, which must then be saved.
  public boolean usesInput(int index) {
    return (uses >> index & 1) != 0;
  }

  /// Whether the rule reads the output, which must then be saved.
  public boolean usesOutput() {
    return (uses & OUTPUT) != 0;
  }

  /// Whether there is a rule: false for [#none].
  public boolean exists() {
    return rule != null;
  }

  /// The gradient of the input, given the gradient `g` of the output.
  public Tensor apply(Tensor g, Saved saved) {
    return rule.apply(g, saved);
  }

  @Override
  public String toString() {
    return text;
  }
}
