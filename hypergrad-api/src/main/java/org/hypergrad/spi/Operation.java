package org.hypergrad.spi;

import java.util.List;
import org.hypergrad.Tensor;

/// An operation on tensors: how to compute it, and how its gradient goes back.
///
/// There are three forms. [UnaryOperation] and [BinaryOperation] have one output and a [Partial]
/// per input; most operations are such a row in a table. [Function] is the general form: any number
/// of inputs and outputs, its own choice of what is saved, all gradients computed at once. An
/// operation knows nothing of history: the engine records.
public abstract sealed class Operation permits UnaryOperation, BinaryOperation, Function {
  private final String name;
  private final String formula;
  private final List<Attribute<?>> attributes;
  private final String nodeName;

  /// @param name PyTorch's name in lower case, as `leaky_relu`
  /// @param formula what it computes, in the letters of its inputs, as `a * b`
  Operation(String name, String formula, List<Attribute<?>> attributes) {
    if (!name.matches("[a-z_][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "An operation's name is a word of lower-case letters, digits and underscores, but was '"
              + name
              + "'");
    }
    this.name = name;
    this.formula = formula;
    this.attributes = List.copyOf(attributes);
    this.nodeName = camelCase(name) + "Backward0";
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      if (!word.isEmpty()) {
        camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return camel.toString();
  }

  /// The name, unique among all operations present.
  public final String name() {
    return name;
  }

  /// What it computes, as text.
  public final String formula() {
    return formula;
  }

  /// The settings a call may have.
  public final List<Attribute<?>> attributes() {
    return attributes;
  }

  /// The setting with this name.
  ///
  /// @throws IllegalArgumentException if there is none
  public final Attribute<?> attribute(String attribute) {
    for (Attribute<?> candidate : attributes) {
      if (candidate.name().equals(attribute)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(
        name
            + " has no attribute '"
            + attribute
            + "'"
            + (attributes.isEmpty() ? "" : "; it has " + attributes));
  }

  /// The name of its nodes, as PyTorch forms it: `LeakyReluBackward0`.
  public final String nodeName() {
    return nodeName;
  }

  /// What the formula and the rules call the inputs, in their order; empty if they have no names,
  /// as where there may be any number of them.
  public abstract List<String> inputNames();

  /// The rule text of each partial, in the order of the inputs.
  public abstract List<String> rules();

  /// Whether results can require a gradient.
  public abstract boolean isDifferentiable();

  /// How many tensors it takes at least, and at most.
  public abstract int minInputs();

  /// How many tensors it takes at the most.
  public abstract int maxInputs();

  /// Applies the operation and records history where an input requires a gradient.
  ///
  /// @throws IllegalArgumentException if it takes another number of tensors, or a required
  ///   attribute is missing
  public abstract List<Tensor> apply(Attributes attributes, Tensor... inputs);

  /// [#apply(Attributes, Tensor...)] with the defaults.
  public final List<Tensor> apply(Tensor... inputs) {
    return apply(Attributes.NONE, inputs);
  }

  final void check(Attributes given, Tensor[] inputs) {
    for (Attribute<?> attribute : attributes) {
      if (attribute.isRequired() && !given.has(attribute)) {
        throw new IllegalArgumentException(
            name
                + " needs the attribute '"
                + attribute.name()
                + "', which has no default: "
                + name
                + "(..., "
                + attribute.name()
                + "=...)");
      }
    }
    if (inputs.length < minInputs() || inputs.length > maxInputs()) {
      String wanted =
          (minInputs() == maxInputs() ? "" : "at least ")
              + minInputs()
              + (minInputs() == 1 ? " tensor" : " tensors");
      throw new IllegalArgumentException(
          name + " takes " + wanted + ", but was given " + inputs.length);
    }
  }

  /// `name: formula`.
  @Override
  public String toString() {
    return name + ": " + formula;
  }
}
